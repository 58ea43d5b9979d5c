import { LastSeen } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Profiler, type ReactElement, useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { STORY_NOW } from '../live/createStoryClock.ts'
import type { World } from '../live/createWorld.ts'
import { Screen } from '../live/Screen.tsx'
import { ada } from '../live/visitors.ts'
import { stillWorld, takeStage, worldAt } from './stage.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

interface RowsProps {
  readonly count: number
  /** The instant of the first row. */
  readonly startsAt: number
  /** How much earlier each next one is. */
  readonly stepMs: number
  /** Called for each row that React renders, by its place. */
  readonly onRow?: (row: string) => void
}

function Rows({ count, startsAt, stepMs, onRow, world }: RowsProps & { readonly world: World }): ReactElement {
  const [isOne, setIsOne] = useState(false)
  return (
    <Screen world={world} visitor={ada} locale="en-GB" timeZone="UTC">
      <button type="button" onClick={() => setIsOne(true)}>
        Show the first only
      </button>
      <ul className="rows">
        {Array.from({ length: isOne ? 1 : count }, (_, index) => (
          <li key={index}>
            <Profiler id={String(index)} onRender={(row) => onRow?.(row)}>
              <LastSeen value={startsAt - index * stepMs} />
            </Profiler>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

const meta = {
  title: 'Simulations/Last seen',
  args: { count: 500, startsAt: STORY_NOW, stepMs: MINUTE_MS },
  loaders: [stillWorld],
  render: (args, { loaded }) => <Rows {...args} world={loaded['world']} />,
} satisfies Meta<RowsProps>

export default meta
type Story = StoryObj<RowsProps>

const rendered: string[] = []

/** Every text changes at the millisecond at which it becomes wrong, on one timer, and only its row is rendered. */
export const Ticks: Story = {
  args: { onRow: (row) => rendered.push(row) },
  play: async ({ canvasElement, loaded }) => {
    const { pass } = await takeStage(canvasElement, loaded)
    const row = (index: number): string => within(canvasElement).getAllByRole('listitem')[index]?.textContent ?? ''
    // Four seconds are gone by now: everybody has met.
    await expect(row(0)).toBe('just now')
    await pass(55_999)
    await expect(row(0)).toBe('just now')
    rendered.length = 0
    await pass(1)
    await expect(row(0)).toBe('1 minute ago')
    await expect(row(58)).toBe('59 minutes ago')
    // From the first hour on, a row says the same for a whole hour: sixty and a few of five hundred have news.
    const changed = rendered.map(Number)
    await expect(changed.filter((index) => index < 59)).toHaveLength(59)
    await expect(changed.length).toBeLessThan(75)
    await pass(MINUTE_MS - 1)
    await expect(row(58)).toBe('59 minutes ago')
    await pass(1)
    await expect(row(58)).toBe('1 hour ago')
  },
}

const BEFORE_MIDNIGHT = Date.UTC(2026, 10, 21, 23, 58)

/** A day of the calendar ends at midnight, in the reader’s zone. */
export const Midnight: Story = {
  args: { count: 3, startsAt: BEFORE_MIDNIGHT, stepMs: 6 * HOUR_MS },
  loaders: [() => worldAt(BEFORE_MIDNIGHT)],
  play: async ({ canvasElement, loaded }) => {
    const { clock, pass } = await takeStage(canvasElement, loaded)
    const last = (): string => within(canvasElement).getAllByRole('listitem')[2]?.textContent ?? ''
    await pass(BEFORE_MIDNIGHT + 2 * MINUTE_MS - clock.wall() - 1)
    await expect(last()).toBe('12 hours ago')
    await pass(1)
    await expect(last()).toBe('yesterday 11:58')
  },
}

/** One row or five hundred: the clock holds as many timers. */
export const OneTimer: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { clock, pass } = await takeStage(canvasElement, loaded)
    const many = clock.pending()
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Show the first only' }))
    await pass(1)
    await expect(within(canvasElement).getAllByRole('listitem')).toHaveLength(1)
    await expect(clock.pending()).toBe(many)
  },
}
