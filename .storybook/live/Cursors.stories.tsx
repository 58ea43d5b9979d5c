import { LiveCursors, useCursorVisibility } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Profiler, type ReactElement } from 'react'
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test'
import { stillWorld, takeStage, type Stage } from '../simulations/stage.ts'
import { ROOM_ID, type Visitor, type World } from './createWorld.ts'
import { Screen } from './Screen.tsx'
import { ada, bo } from './visitors.ts'

function Toggle(): ReactElement {
  const [isVisible, setVisible] = useCursorVisibility()
  return (
    <label>
      <input type="checkbox" checked={isVisible} onChange={() => setVisible(!isVisible)} /> Pointers of others
    </label>
  )
}

let renders = 0

interface Args {
  readonly visitors: readonly Visitor[]
}

function Cursors({ world, visitors }: Args & { readonly world: World }): ReactElement {
  return (
    <div className="screens">
      {visitors.map((visitor) => (
        <Screen key={visitor.id} world={world} visitor={visitor}>
          <Toggle />
          <Profiler id={visitor.id} onRender={() => (renders += 1)}>
            <LiveCursors data-testid={`canvas of ${visitor.id}`} className="canvas">
              <p className="caption">Move your pointer here</p>
            </LiveCursors>
          </Profiler>
        </Screen>
      ))}
    </div>
  )
}

/** Time stands still until told: so many pictures a second pass as the play functions let pass. */
const meta = {
  title: 'Live/Cursors',
  args: { visitors: [ada, bo] },
  argTypes: { visitors: { control: false } },
  loaders: [stillWorld],
  // What the loader made; Storybook’s own type of it is open.
  render: (args, { loaded }) => <Cursors {...args} world={loaded['world'] as World} />,
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

const CANVAS = 'canvas of ada'
const FRAME_MS = 1_000 / 60

const shownTo = (canvasElement: HTMLElement, testId = CANVAS): readonly HTMLElement[] => [
  ...within(canvasElement).getByTestId(testId).querySelectorAll<HTMLElement>('.rc-cursor[data-shown]'),
]

async function pointAt(canvasElement: HTMLElement, x: number, y: number, { pass }: Stage): Promise<void> {
  const area = within(canvasElement).getByTestId('canvas of bo')
  const { left, top, width, height } = area.getBoundingClientRect()
  await fireEvent.pointerMove(area, { clientX: left + width * x, clientY: top + height * y, pointerType: 'mouse' })
  await pass(FRAME_MS)
}

/** A pointer moves here and shows there, and React renders nothing for it. */
export const TwoPeople: Story = {
  play: async ({ canvasElement, loaded }) => {
    const stage = await takeStage(canvasElement, loaded)
    await pointAt(canvasElement, 0.2, 0.2, stage)
    await stage.pass(100)
    await expect(shownTo(canvasElement)[0]).toHaveTextContent('Bo Nyström')
    renders = 0
    for (let step = 1; step <= 20; step += 1) await pointAt(canvasElement, 0.2 + step / 40, 0.4, stage)
    await stage.pass(200)
    await expect(renders).toBe(0)
    const there = shownTo(canvasElement)[0]?.getBoundingClientRect()
    const { left, width } = within(canvasElement).getByTestId(CANVAS).getBoundingClientRect()
    await expect(((there?.left ?? 0) - left) / width).toBeCloseTo(0.7, 2)
  },
}

/** Fifty at once, each a client of its own: sixty movements a second for two seconds, and no render. */
export const Fifty: Story = {
  args: { visitors: [ada] },
  play: async ({ canvasElement, loaded }) => {
    const { world, pass } = await takeStage(canvasElement, loaded)
    const moves = Array.from({ length: 50 }, (_, index) =>
      world
        .enter({ id: `mover-${index}`, name: `Mover ${index}` })
        .room(ROOM_ID, { subscribe: false })
        .moves(),
    )
    await pass(1_000)
    renders = 0
    const places = new Set<string>()
    for (let step = 1; step <= 120; step += 1) {
      for (const [index, { move }] of moves.entries()) move([(step + index) / 200, (index + 1) / 60])
      await pass(FRAME_MS)
      for (const { style } of shownTo(canvasElement)) places.add(style.transform)
    }
    await expect(renders).toBe(0)
    await expect(shownTo(canvasElement)).toHaveLength(50)
    await expect(places.size).toBeGreaterThan(50 * 90)
  },
}

/** Calm motion takes pointers away; the roster still tells who is here. */
export const Calm: Story = {
  globals: { motion: 'calm' },
  play: async ({ canvasElement, loaded }) => {
    const stage = await takeStage(canvasElement, loaded)
    await pointAt(canvasElement, 0.5, 0.5, stage)
    await stage.pass(200)
    await expect(shownTo(canvasElement)).toHaveLength(0)
  },
}

/** The system asks for less motion: pointers leap, four times a second at most. */
export const ReducedMotion: Story = {
  beforeEach: () => {
    const ask = window.matchMedia.bind(window)
    window.matchMedia = (query) => ask(query.includes('prefers-reduced-motion') ? 'all' : query)
    return () => {
      window.matchMedia = ask
    }
  },
  play: async ({ canvasElement, loaded }) => {
    const stage = await takeStage(canvasElement, loaded)
    const places = new Set<string>()
    for (let step = 1; step <= 120; step += 1) {
      await pointAt(canvasElement, step / 200, 0.4, stage)
      for (const { style } of shownTo(canvasElement)) places.add(style.transform)
    }
    await expect(places.size).toBeGreaterThanOrEqual(6)
    await expect(places.size).toBeLessThanOrEqual(9)
  },
}

/** Ada does not want to see pointers. Hers still shows to Bo, and his comes back where it is. */
export const HideToggle: Story = {
  play: async ({ canvasElement, loaded }) => {
    const stage = await takeStage(canvasElement, loaded)
    await pointAt(canvasElement, 0.5, 0.5, stage)
    await stage.pass(200)
    await expect(shownTo(canvasElement)).toHaveLength(1)
    const toggle = stage.at('Screen of Ada Lovelace').getByRole('checkbox')
    await userEvent.click(toggle)
    await expect(shownTo(canvasElement)).toHaveLength(0)
    await userEvent.click(toggle)
    await stage.pass(100)
    await waitFor(() => expect(shownTo(canvasElement)).toHaveLength(1))
  },
}
