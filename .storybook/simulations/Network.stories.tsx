import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { createWorld } from '../live/createWorld.ts'
import { Simulation, type SimulationProps } from './Simulation.tsx'
import { listen, stillWorld, takeStage } from './stage.ts'

type Args = Omit<SimulationProps, 'world'>

/** Turn *Ada’s network*, *People* and *Clock* in the toolbar: the line, the room and the time change under a running page. */
const meta = {
  title: 'Simulations/Network',
  loaders: [() => ({ world: createWorld() })],
  render: (args, { loaded }) => <Simulation {...args} world={loaded['world']} />,
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** Real time, and the toolbar in charge. */
export const Live: Story = {}
export const Slow: Story = { globals: { network: 'slow' } }

const still = { loaders: [stillWorld], parameters: { docs: { disable: true } } }
const ADA = 'Screen of Ada Lovelace'
const BO = 'Screen of Bo Nyström'
const BO_IS_ONLINE = { name: 'Bo Nyström, online' }
const ADA_IS_ONLINE = { name: /^Ada Lovelace, online/ }

/** 2 s away changes nothing; 10 s away is told once, and nobody turns offline; back, nothing flashes. */
export const SocketDrop: Story = {
  ...still,
  play: async ({ canvasElement, loaded }) => {
    const { at, world, pass } = await takeStage(canvasElement, loaded)
    const ada = at(ADA)
    const ear = listen()
    const [face] = await ada.findAllByRole('img', BO_IS_ONLINE)
    world.server.cut('all')
    await pass(2_500)
    await expect(ear.heard('')).toBe(0)
    await expect(face).toHaveAccessibleName('Bo Nyström, online')
    await expect(canvasElement.querySelector('[data-stale]')).toBeNull()
    world.server.goDown()
    await pass(10_000)
    await ada.findAllByText('Reconnecting…')
    await ada.findByRole('img', { name: /^Bo Nyström, online/ })
    await expect(canvasElement.querySelector('[data-stale]')).not.toBeNull()
    world.server.comeUp()
    for (let second = 0; second < 40 && ear.heard('Connected again') < 2; second += 1) await pass(1_000)
    await pass(5_000)
    // Two screens, each told once of either.
    await expect(ear.heard('Reconnecting…')).toBe(2)
    await expect(ear.heard('Connected again')).toBe(2)
    // The same element all the time: the stack never emptied.
    await expect((await ada.findAllByRole('img', BO_IS_ONLINE))[0]).toBe(face)
  },
}

/** Somebody whose line is away for less than a minute was never offline for the others. */
export const ResumeWithinAMinute: Story = {
  ...still,
  play: async ({ canvasElement, loaded }) => {
    const { at, world, pass } = await takeStage(canvasElement, loaded)
    world.setNetwork('ada', 'offline')
    for (let second = 0; second < 50; second += 10) {
      await pass(10_000)
      await expect(at(BO).getByRole('img', ADA_IS_ONLINE)).toBeInTheDocument()
    }
    world.setNetwork('ada', 'good')
    await pass(10_000)
    await at(BO).findByRole('img', { name: 'Ada Lovelace, online' })
  },
}

/** Somebody who stays away longer has left, and when. */
export const SilentDrop: Story = {
  ...still,
  play: async ({ canvasElement, loaded }) => {
    const { at, world, pass } = await takeStage(canvasElement, loaded)
    world.setNetwork('ada', 'offline')
    await pass(50_000)
    await expect(at(BO).queryByText(/^Last seen/)).toBeNull()
    await pass(70_000)
    await at(BO).findByText(/^Last seen/)
  },
}

/** Sixty-two people lose their line at once. They come back a few at a time, and nobody sees anybody go. */
export const ReconnectStorm: Story = {
  ...still,
  globals: { people: '60' },
  play: async ({ canvasElement, loaded }) => {
    const { at, world, pass } = await takeStage(canvasElement, loaded)
    // By attribute: a look by role at hundreds of elements each second takes longer than the storm.
    const everybody = (): number => canvasElement.querySelectorAll('[aria-label="62 people here"]').length
    await pass(5_000)
    await expect(everybody()).toBe(2)
    await expect(world.server.connections()).toHaveLength(62)
    world.server.cut('all')
    for (let second = 0; second < 30; second += 1) {
      await pass(1_000)
      await expect(everybody()).toBe(2)
      await expect(canvasElement.querySelector('[data-status="offline"]')).toBeNull()
    }
    await expect(world.server.connections()).toHaveLength(62)
    await at(BO).findByRole('list', { name: '62 people here' })
  },
}

/** The toolbar’s server goes down under a running page: what was known stays, marked, and it is said that it is old. */
export const ServerDown: Story = {
  globals: { network: 'server down' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('Network: server down')
    await canvas.findAllByText('Connecting…', {}, { timeout: 5_000 })
  },
}
