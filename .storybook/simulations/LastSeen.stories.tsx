import { LastSeen } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Profiler, type ReactElement, useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { STORY_NOW } from '../live/createStoryClock.ts'
import type { World } from '../live/createWorld.ts'
import { Screen } from '../live/Screen.tsx'
import { ada } from '../live/visitors.ts'
import { stillWorld, takeStage } from './stage.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

interface RowsProps {
  readonly count: number
  /** Called for each row that React renders, by its place. */
  readonly onRow?: (row: string) => void
}

/** Rows a minute apart, the first of them now. */
function Rows({ count, onRow, world }: RowsProps & { readonly world: World }): ReactElement {
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
              <LastSeen value={STORY_NOW - index * MINUTE_MS} />
            </Profiler>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

const meta = {
  title: 'Simulations/Last seen',
  args: { count: 500 },
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
    const { clock, pass } = await takeStage(canvasElement, loaded)
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
    // 15:30 in UTC: midnight is eight and a half hours away, and the rows of the morning turn with it.
    await pass(8.5 * HOUR_MS - 2 * MINUTE_MS - 1)
    const midnight = STORY_NOW + 8.5 * HOUR_MS
    const noon = row(210)
    await pass(1)
    await expect(clock.wall()).toBe(midnight)
    await expect(noon).not.toContain('yesterday')
    await expect(row(210)).toBe('yesterday 12:00')
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
