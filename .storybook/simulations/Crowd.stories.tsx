import { AvatarStack, PresenceList } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactElement, useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { createWorld, ROOM_ID } from '../live/createWorld.ts'
import { Screen } from '../live/Screen.tsx'
import { ada } from '../live/visitors.ts'
import { Simulation, type SimulationProps } from './Simulation.tsx'
import { stillWorld, takeStage } from './stage.ts'

type Args = Omit<SimulationProps, 'world'>

const onSelect = fn()

function Roster(): ReactElement {
  return (
    <div className="column">
      <AvatarStack max={6} />
      <PresenceList search groupBy="status" onSelect={onSelect} style={{ blockSize: 420 }} />
    </div>
  )
}

const meta = {
  title: 'Simulations/Crowd',
  args: { children: <Roster />, visitors: [ada] },
  argTypes: { children: { control: false } },
  loaders: [stillWorld],
  render: (args, { loaded }) => <Simulation {...args} world={loaded['world']} />,
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

const ADA = 'Screen of Ada Lovelace'
/** Rows in view, and a few above and below. */
const MOST_ROWS = 60

/** A thousand clients on one server in this page. Rows exist where one looks; one more or less is one more or less. */
export const ThousandPeople: Story = {
  globals: { people: '1000' },
  play: async ({ canvasElement, loaded }) => {
    const { at, world, pass } = await takeStage(canvasElement, loaded)
    await at(ADA).findByRole('list', { name: '1001 people here' })
    const rows = (): number => canvasElement.querySelectorAll('.rc-presence-row').length
    await expect(rows()).toBeGreaterThan(5)
    await expect(rows()).toBeLessThan(MOST_ROWS)
    world.populate(ROOM_ID, 999)
    await pass(1_000)
    await at(ADA).findByRole('list', { name: '1000 people here' })
    await userEvent.type(at(ADA).getByRole('searchbox'), 'Layla Ito')
    await waitFor(() => expect(rows()).toBe(10))
  },
}

const people = { visitors: [ada] }

/** By keyboard, behind the chip: who comes and goes moves neither the focus nor the order. */
export const OpenStack: Story = {
  args: { ...people, children: <AvatarStack max={3} onSelect={onSelect} /> },
  globals: { people: '5' },
  play: async ({ canvasElement, loaded }) => {
    const { at, world, pass } = await takeStage(canvasElement, loaded)
    const stack = at(ADA)
    const faces = (): readonly string[] =>
      stack.getAllByRole('button', { name: /online|away/ }).map((face) => face.getAttribute('aria-label') ?? '')
    stack.getByRole('button', { name: 'Ada Lovelace, online' }).focus()
    await userEvent.keyboard('{End}')
    const chip = stack.getByRole('button', { name: '+4 more people' })
    await expect(chip).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    const dialog = await stack.findByRole('dialog', { name: '+4 more people' })
    await waitFor(() => expect(dialog).toHaveFocus())
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}')
    const reached = within(dialog).getAllByRole('button')[1]
    await expect(reached).toHaveFocus()
    const before = faces()
    world.populate(ROOM_ID, 8)
    await pass(2_000)
    await stack.findByRole('dialog', { name: '+7 more people' })
    await expect(reached).toHaveFocus()
    world.populate(ROOM_ID, 5)
    await pass(2_000)
    await expect(reached).toHaveFocus()
    await expect(faces()).toEqual(before)
    dialog.hidePopover()
    await waitFor(() => expect(chip).toHaveFocus())
  },
}

function LiveCrowd(): ReactElement {
  const [world] = useState(createWorld)
  return (
    <Screen world={world} visitor={ada}>
      <Roster />
    </Screen>
  )
}

/** The same in real time: turn *People* in the toolbar. */
export const Live: Story = { render: () => <LiveCrowd />, loaders: [] }
