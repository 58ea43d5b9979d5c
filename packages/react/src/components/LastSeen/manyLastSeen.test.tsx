/** Many of them at once: always the text that the rules give, and one timer for all. */
import { cleanup, screen } from '@testing-library/react'
import fc from 'fast-check'
import { memo } from 'react'
import { expect, test } from 'vitest'
import { formatLastSeen } from '../../format/formatLastSeen.ts'
import { en } from '../../strings/en.ts'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'
import { LastSeen } from './LastSeen.tsx'

const SECOND = 1_000
const HOUR = 3_600_000
const DAY = 24 * HOUR
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia']
/** Minutes before clocks change or a year begins, somewhere in those zones. */
const TURNS = [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1), Date.UTC(2026, 10, 1, 6), Date.UTC(2027, 0, 1)]

const row = fc.record({ ago: fc.integer({ min: -30 * SECOND, max: 9 * DAY }), timeZone: fc.constantFrom(...ZONES) })
const world = fc.record({
  start: fc.constantFrom(...TURNS).chain((turn) => fc.integer({ min: turn - 2 * DAY, max: turn + DAY })),
  rows: fc.array(row, { minLength: 1, maxLength: 12 }),
  waits: fc.array(fc.oneof(fc.integer({ min: 0, max: 2 * HOUR }), fc.integer({ min: 0, max: DAY })), {
    maxLength: 3,
  }),
})

test('INV LastSeen: whatever the times, the zones and the changes of clocks, what is shown is what the rules give', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ start, rows, waits }) => {
      const page = await renderWithPresence(
        rows.map(({ ago, timeZone }, index) => (
          <LastSeen key={index} value={start - ago} timeZone={timeZone} data-testid="seen" />
        )),
        { now: start, locale: 'en-GB' },
      )
      const say = (now: number) =>
        rows.map(({ ago, timeZone }) => formatLastSeen(start - ago, { now, timeZone, locale: 'en-GB', strings: en }))
      const look = async (now: number): Promise<void> => {
        // Changes within one second share a wake-up, at its end.
        await page.room.advance(Math.ceil(now / SECOND) * SECOND - page.client.time.now())
        const shown = screen.getAllByTestId('seen').map(({ textContent }) => textContent)
        expect(shown).toEqual(say(page.client.time.now()).map(({ text }) => text))
      }
      for (const wait of [0, ...waits]) {
        await look(page.client.time.now() + wait)
        const changes = say(page.client.time.now()).map(({ nextChangeAt }) => nextChangeAt ?? Infinity)
        const next = Math.min(...changes)
        if (next < Infinity) await look(next)
      }
      cleanup()
    }),
    { numRuns: 12 },
  )
}, 30_000)

test('500 rows share one timer, and only those whose text changes render', async () => {
  const start = Date.UTC(2026, 0, 1, 12)
  const renders = createRenderCounts()
  const Row = memo(({ ago }: { readonly ago: number }) => (
    <renders.Probe id={String(ago)}>
      <LastSeen value={start - ago} />
    </renders.Probe>
  ))
  const rows = Array.from({ length: 500 }, (_, index) => index * 7_200)
  const Table = ({ shown }: { readonly shown: readonly number[] }) => shown.map((ago) => <Row key={ago} ago={ago} />)
  const page = await renderWithPresence(<Table shown={[]} />, { now: start })
  const before = page.clock.pending()
  page.rerender(<Table shown={rows} />)
  expect(page.clock.pending()).toBe(before + 1)
  renders.reset()
  await page.room.advance(10 * SECOND)
  const changed = rows.filter((ago) => Math.floor(ago / 60_000) !== Math.floor((ago + 10 * SECOND) / 60_000))
  expect(changed.length).toBeGreaterThan(50)
  expect(changed.length).toBeLessThan(100)
  expect(renders.total()).toBe(changed.length)
  expect(changed.every((ago) => renders.of(String(ago)) === 1)).toBe(true)
  const after = page.clock.pending()
  page.rerender(<Table shown={[]} />)
  expect(page.clock.pending()).toBe(after - 1)
})
