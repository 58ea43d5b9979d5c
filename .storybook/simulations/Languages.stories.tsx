import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent } from 'storybook/test'
import { Simulation, type SimulationProps } from './Simulation.tsx'
import { stillWorld, takeStage } from './stage.ts'

type Args = Omit<SimulationProps, 'world'>

/** The same room in other words, and from the other side. */
const meta = {
  title: 'Simulations/Languages',
  loaders: [stillWorld],
  render: (args, { loaded }) => <Simulation {...args} world={loaded['world']} />,
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

const ADA = 'Screen of Ada Lovelace'
const BO = 'Screen of Bo Nyström'
const middle = ({ left, width }: DOMRect): number => left + width / 2

/** Right to left: names of another script are isolated, so that they turn no sentence around; badges stand at the end. */
export const Arabic: Story = {
  globals: { locale: 'ar' },
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    await expect(getComputedStyle(canvasElement.querySelector('.screen') ?? canvasElement).direction).toBe('rtl')
    await fireEvent.input(at(BO).getByLabelText('Message'), { target: { value: 'H' } })
    await pass(500)
    const line = at(ADA).getByText('Bo Nyström', { selector: '.rc-typing-indicator bdi' })
    await expect(getComputedStyle(line).unicodeBidi).toBe('isolate')
    const [row] = at(ADA)
      .getAllByRole('listitem')
      .filter((item) => item.matches('.rc-presence-row'))
    const face = row?.querySelector('.rc-avatar')
    const badge = row?.querySelector('[data-anchor]')
    // The end of a line is at its left here, and the face at its beginning.
    await expect(middle(badge?.getBoundingClientRect() ?? new DOMRect())).toBeLessThan(
      middle(face?.getBoundingClientRect() ?? new DOMRect()),
    )
    await expect(face?.getBoundingClientRect().left).toBeGreaterThan(
      middle(row?.getBoundingClientRect() ?? new DOMRect()),
    )
  },
}

/** Every word of a component comes from the catalogue: what is plain English here was forgotten. Names stay, and what `Intl` writes. */
export const Pseudo: Story = {
  globals: { locale: 'en-XA' },
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    await fireEvent.input(at(BO).getByLabelText('Message'), { target: { value: 'H' } })
    await pass(500)
    const parts = [...canvasElement.querySelectorAll('[class^="rc-"]')]
    const texts = parts.map((part) => part.textContent.replaceAll(/Ada Lovelace|Bo Nyström|AL|BN|\d+ \w+ ago/g, ''))
    await expect(texts.filter((text) => /[a-z]/.test(text))).toEqual([])
    await expect(texts.some((text) => /ñ/.test(text))).toBe(true)
  },
}

/** Words and times of one language, whichever: what a page in Polish says five minutes after. */
export const Polish: Story = {
  globals: { locale: 'pl' },
  play: async ({ canvasElement, loaded }) => {
    const { at } = await takeStage(canvasElement, loaded)
    await at(ADA).findByText('5 minut temu')
  },
}
