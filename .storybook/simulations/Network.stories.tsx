import { createTestClock, type TestClock } from '@rollcall/core/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { createWorld, type World } from '../live/createWorld.ts'
import { Simulation, type SimulationProps } from './Simulation.tsx'

/** Turn *Network* and *People* in the toolbar: Ada’s line and the room change under a running page. */
const meta = {
  title: 'Simulations/Network',
  args: { network: 'good', people: 0 },
  loaders: [() => ({ world: createWorld() })],
  render: (args, { globals, loaded }) => (
    <Simulation
      {...args}
      world={loaded['world']}
      network={args.network === 'good' ? globals['network'] : args.network}
      people={args.people === 0 ? Number(globals['people']) : args.people}
      locale={globals['locale']}
      timeZone={globals['timeZone']}
    />
  ),
} satisfies Meta<Omit<SimulationProps, 'world'>>

export default meta
type Story = StoryObj<Omit<SimulationProps, 'world'>>

export const Live: Story = {}
export const Slow: Story = { args: { network: 'slow' } }
export const Crowd: Story = { args: { people: 60 } }

interface Stage {
  readonly ada: ReturnType<typeof within>
  readonly bo: ReturnType<typeof within>
  readonly world: World
  pass(ms: number): Promise<void>
}

/** Time stands still until told; both have met. */
async function stage(canvasElement: HTMLElement, loaded: Record<string, unknown>): Promise<Stage> {
  // What the loader below made; Storybook's own type of it is open.
  const { world, clock } = loaded as { world: World; clock: TestClock }
  const pass = (ms: number): Promise<void> => clock.advanceAsync(ms)
  await pass(2_000)
  const screenOf = async (name: string) => within(await within(canvasElement).findByRole('region', { name }))
  const [ada, bo] = [await screenOf('Screen of Ada Lovelace'), await screenOf('Screen of Bo Nyström')]
  await pass(2_000)
  await ada.findByRole('img', { name: 'Bo Nyström, online' })
  return { ada, bo, world, pass }
}

const still = {
  loaders: [
    () => {
      const clock = createTestClock({ wall: Date.UTC(2026, 0, 1, 12) })
      return { world: createWorld(clock), clock }
    },
  ],
}
const spoken = (): string =>
  document.querySelector('[role="status"][data-slot="presence-announcer"]')?.textContent ?? ''

/** 2 s away changes nothing; 10 s away is told, and nobody turns offline; back, nothing flashes. */
export const SocketDrop: Story = {
  ...still,
  play: async ({ canvasElement, loaded }) => {
    const { ada, world, pass } = await stage(canvasElement, loaded)
    world.server.cut('all')
    await pass(2_500)
    await expect(spoken()).toBe('')
    await ada.findByRole('img', { name: 'Bo Nyström, online' })
    world.server.goDown()
    await pass(5_000)
    await ada.findAllByText('Reconnecting…')
    await expect(spoken()).toContain('Reconnecting…')
    await ada.findByRole('img', { name: /^Bo Nyström, online/ })
    await expect(canvasElement.querySelector('[data-stale]')).not.toBeNull()
    world.server.comeUp()
    for (let second = 0; second < 40 && !spoken().includes('Connected again'); second += 1) await pass(1_000)
    await expect(spoken()).toContain('Connected again')
    await ada.findByRole('img', { name: 'Bo Nyström, online' })
  },
}

/** Somebody whose line is away for less than a minute was never offline for the others. */
export const ResumeWithinAMinute: Story = {
  ...still,
  play: async ({ canvasElement, loaded }) => {
    const { bo, world, pass } = await stage(canvasElement, loaded)
    world.setNetwork('ada', 'offline')
    for (let second = 0; second < 50; second += 10) {
      await pass(10_000)
      await expect(bo.getByRole('img', { name: /^Ada Lovelace, online/ })).toBeInTheDocument()
    }
    world.setNetwork('ada', 'good')
    await pass(10_000)
    await bo.findByRole('img', { name: 'Ada Lovelace, online' })
  },
}

/** Somebody who stays away longer has left, and when. */
export const SilentLeave: Story = {
  ...still,
  play: async ({ canvasElement, loaded }) => {
    const { bo, world, pass } = await stage(canvasElement, loaded)
    world.setNetwork('ada', 'offline')
    await pass(120_000)
    await bo.findByText(/^Last seen/)
  },
}
