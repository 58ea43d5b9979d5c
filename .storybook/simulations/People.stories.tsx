import { AvatarStack, FieldPresence, TypingIndicator } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { expect, fireEvent, userEvent, within } from 'storybook/test'
import type { Visitor } from '../live/createWorld.ts'
import { Message } from '../live/Room.tsx'
import { ada, bo } from '../live/visitors.ts'
import { Simulation, type SimulationProps } from './Simulation.tsx'
import { listen, spoken, stillWorld, takeStage, type Stage } from './stage.ts'

function Desk(): ReactElement {
  return (
    <div className="column">
      <AvatarStack />
      <FieldPresence field="title" variant="all">
        <input aria-label="Title" defaultValue="Q4 planning" />
      </FieldPresence>
      <div data-testid="composer">
        <Message />
        <TypingIndicator />
      </div>
    </div>
  )
}

const cy: Visitor = { id: 'cy', name: 'Cy Young' }
const ADA = 'Screen of Ada Lovelace'
const BO = 'Screen of Bo Nyström'

type Args = Omit<SimulationProps, 'world'>

/** Time stands still until told, so each story runs the same each time. */
const meta = {
  title: 'Simulations/People',
  args: { visitors: [ada, bo], children: <Desk /> },
  argTypes: { children: { control: false } },
  loaders: [stillWorld],
  render: (args, { loaded }) => <Simulation {...args} world={loaded['world']} />,
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

async function press(canvasElement: HTMLElement, name: string, { pass }: Stage): Promise<void> {
  await userEvent.click(within(canvasElement).getByRole('button', { name }))
  await pass(1_000)
}

/** A tab opens: who is in the room sees it within the second. It closes: gone as soon, and nothing else moves. */
export const JoinAndLeave: Story = {
  args: { visitors: [ada] },
  play: async ({ canvasElement, loaded }) => {
    const scene = await takeStage(canvasElement, loaded)
    await scene.at(ADA).findByRole('list', { name: '1 person here' })
    await press(canvasElement, 'Open a tab of Ada', scene)
    await scene.at(ADA).findByRole('list', { name: '1 person here' })
    scene.world.populate('story', 1)
    await scene.pass(1_000)
    await scene.at(ADA).findByRole('img', { name: 'Chidi Abara, online' })
    scene.world.populate('story', 0)
    await scene.pass(1_000)
    await scene.at(ADA).findByRole('list', { name: '1 person here' })
  },
}

/** Two type; a stop that is lost ends by itself; nothing below moves; it is said once, after two seconds. */
export const Typing: Story = {
  args: { visitors: [ada, bo, cy] },
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    const composer = at(ADA).getByTestId('composer')
    const before = composer.offsetHeight
    const ear = listen()
    // Not by keyboard: there is one focus in this page, and leaving a field ends typing in it.
    for (const name of [BO, 'Screen of Cy Young'])
      await fireEvent.input(at(name).getByLabelText('Message'), { target: { value: 'H' } })
    await pass(500)
    await expect(composer).toHaveTextContent('Bo Nyström and Cy Young are typing…')
    await expect(ear.heard('')).toBe(0)
    await pass(1_500)
    await expect(ear.heard('Bo Nyström and Cy Young are typing…')).toBe(1)
    await expect(composer.offsetHeight).toBe(before)
    await pass(6_000)
    await expect(ear.heard('Bo Nyström and Cy Young')).toBe(1)
    await expect(composer).not.toHaveTextContent('typing')
    await expect(composer.offsetHeight).toBe(before)
  },
}

/** What was typed is sent: the line goes with it, and does not wait for the typing to run out. */
export const SentMessage: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    const composer = at(ADA).getByTestId('composer')
    const message = at(BO).getByLabelText('Message')
    await fireEvent.input(message, { target: { value: 'Hello' } })
    await pass(1_000)
    await expect(composer).toHaveTextContent('Bo Nyström is typing…')
    message.closest('form')?.requestSubmit()
    // The line keeps its word for a second, lest it flicker between two words of one person.
    await pass(1_200)
    await expect(composer).not.toHaveTextContent('typing')
    await expect(message).toHaveValue('')
  },
}

/** One person in two tabs is one face; closing one of them changes nothing. */
export const TwoTabs: Story = {
  args: { visitors: [ada, bo, bo] },
  play: async ({ canvasElement, loaded }) => {
    const scene = await takeStage(canvasElement, loaded)
    const bos = (): readonly HTMLElement[] => scene.at(ADA).getAllByRole('img', { name: /^Bo Nyström, online/ })
    await expect(bos()).toHaveLength(1)
    await press(canvasElement, `Close ${BO} 2`, scene)
    await scene.pass(5_000)
    await expect(bos()).toHaveLength(1)
    await press(canvasElement, `Close ${BO}`, scene)
    await scene.pass(1_000)
    await expect(scene.at(ADA).queryByRole('img', { name: /^Bo Nyström, online/ })).toBeNull()
  },
}

/** Focus is being there: a sentence at the field of the other, spoken when one enters. */
export const Field: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    const title = at(ADA).getByLabelText('Title', { selector: 'input' })
    await userEvent.click(at(BO).getByLabelText('Title', { selector: 'input' }))
    await pass(1_000)
    await expect(title).toHaveAccessibleDescription('Bo Nyström is editing this field')
    await userEvent.click(title)
    await expect(spoken()).toContain('Bo Nyström is editing this field')
  },
}
