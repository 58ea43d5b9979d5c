/** How long a change takes from one tab to the page of another: TST-PRESENCE AC1 of 001 asks for less than 200 ms. */
import type { Page } from '@playwright/test'
import { expect, member, test } from './presenceTest.ts'
import { readLog, watchRow } from './rosterLog.ts'

const SAMPLES = 24
const MEDIAN_BELOW_MS = 200
/** The limits allow a client so many changes a second that this is slow (PROTOCOL.md). */
const BETWEEN_MS = 100

for (const transport of ['server', 'tabs'] as const) {
  test(`a change is in the other page in less than 200 ms (${transport})`, async ({ open }) => {
    const ada = await open('ada', { transport })
    const bo = await open('bo', { transport, ...(transport === 'tabs' && { beside: ada }) })
    await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online')
    await watchRow(ada, 'bo')

    const tookMs: number[] = []
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const status = sample % 2 === 0 ? 'busy' : 'away'
      const changedAt = await choose(bo, status)
      await expect(member(ada, 'bo')).toHaveAttribute('data-status', status)
      const seen = (await readLog(ada)).at(-1)
      expect(seen).toMatchObject({ what: 'data-status', value: status })
      tookMs.push((seen?.at ?? Number.NaN) - changedAt)
      await bo.waitForTimeout(BETWEEN_MS)
    }
    const sorted = tookMs.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.floor(share * (SAMPLES - 1))] ?? Number.NaN
    console.log(
      `    tab to tab over ${transport}, ${SAMPLES} changes: median ${at(0.5).toFixed(1)} ms, ` +
        `p95 ${at(0.95).toFixed(1)} ms, slowest ${at(1).toFixed(1)} ms`,
    )
    // On a machine that CI shares the clock tells of its neighbours; there the figures are printed, and arrival and order count.
    if (!process.env['CI']) expect(at(0.5)).toBeLessThan(MEDIAN_BELOW_MS)
  })
}

/** Chooses a status as a click does; when it did so, epoch ms by the browser's clock. */
async function choose(page: Page, status: string): Promise<number> {
  return page.getByRole('radio', { name: status, exact: false }).evaluate((radio: HTMLInputElement) => {
    const at = performance.timeOrigin + performance.now()
    radio.click()
    return at
  })
}
