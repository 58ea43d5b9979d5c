import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { createWorld } from '../live/createWorld.ts'
import { Simulation, type SimulationProps } from './Simulation.tsx'

type Args = Omit<SimulationProps, 'world'>

/** What each turn of the toolbar does to a live story, one by one. */
const meta = {
  title: 'Simulations/Toolbar',
  loaders: [() => ({ world: createWorld() })],
  render: (args, { loaded }) => <Simulation {...args} world={loaded['world']} />,
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

const PATIENCE = { timeout: 10_000 }
const ada = async (canvasElement: HTMLElement) =>
  within(await within(canvasElement).findByRole('region', { name: 'Screen of Ada Lovelace' }, PATIENCE))

/** Both clocks jump: what was minutes ago was yesterday, in the reader’s zone. */
export const NextDay: Story = {
  globals: { clock: 'next-day', timeZone: 'Asia/Kolkata' },
  play: async ({ canvasElement }) => {
    await (await ada(canvasElement)).findByText('yesterday 20:55', {}, PATIENCE)
  },
}

/** A minute a second: the sixth minute comes while one looks. */
export const TimesSixty: Story = {
  globals: { clock: 'x60' },
  play: async ({ canvasElement }) => {
    await (await ada(canvasElement)).findByText('6 minutes ago', {}, PATIENCE)
  },
}

/** No instant passes, and yet a status arrives. */
export const Frozen: Story = {
  globals: { clock: 'frozen' },
  play: async ({ canvasElement }) => {
    const adas = await ada(canvasElement)
    const bos = within(await within(canvasElement).findByRole('region', { name: 'Screen of Bo Nyström' }, PATIENCE))
    await adas.findByRole('img', { name: 'Bo Nyström, online' }, PATIENCE)
    await userEvent.selectOptions(bos.getByLabelText('My status'), 'busy')
    await adas.findByRole('img', { name: 'Bo Nyström, busy' }, PATIENCE)
    await expect(adas.getByText('5 minutes ago')).toBeVisible()
  },
}

/** Ada’s device has no network, and her screen says so; Bo’s says nothing of himself. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await (await ada(canvasElement)).findAllByText('No network', {}, PATIENCE)
    await expect(within(canvasElement).getAllByText('Connected')).toHaveLength(1)
  },
}

export const FiveMore: Story = {
  globals: { people: '5' },
  play: async ({ canvasElement }) => {
    await (await ada(canvasElement)).findByRole('list', { name: '7 people here' }, PATIENCE)
  },
}

/** Space and motion are the page’s: tokens say them. */
export const CompactAndCalm: Story = {
  globals: { density: 'compact', motion: 'calm', theme: 'dark' },
  play: async ({ canvasElement }) => {
    const page = canvasElement.querySelector('.page') ?? canvasElement
    const token = (name: string): string => getComputedStyle(page).getPropertyValue(name)
    await expect(token('--rc-density')).toBe('0.5')
    await expect(token('--rc-motion-fade')).toBe('0ms')
    await ada(canvasElement)
    await expect(canvasElement.querySelector('.screen [data-motion="calm"]')).not.toBeNull()
  },
}
