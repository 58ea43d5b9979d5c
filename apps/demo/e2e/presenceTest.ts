/** What every test here needs: pages of people in a room of the test's own, and an eye on their consoles. */
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test'

export interface OpenOptions {
  /** In the same browser as this page: only there do tabs hear each other without a server. Default: a browser of its own. */
  readonly beside?: Page
  readonly transport?: 'server' | 'tabs'
  /** Further keys of the address. */
  readonly also?: Readonly<Record<string, string>>
  /** Another way to the same server. */
  readonly origin?: string
}

/** Opens /presence as somebody called `user`, of this test alone, and waits until the room is seen. */
export type Open = (user: string, options?: OpenOptions) => Promise<Page>

/** What a browser says of its own accord when a line is cut; anything else in a console fails the test. */
const OF_THE_LINE = /WebSocket connection to .* failed/

export const test = base.extend<{ open: Open; room: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what the fixture needs
  room: async ({}, provide, { testId }) => provide(`test-${testId.slice(-12)}`),
  open: async ({ browser, baseURL, room }, provide) => {
    const contexts = new Set<BrowserContext>()
    const problems: string[] = []
    await provide(async (user, { beside, transport, also, origin = baseURL } = {}) => {
      const context = beside?.context() ?? (await browser.newContext())
      contexts.add(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => problems.push(`${user}: ${error.message}`))
      page.on('console', (message) => {
        const isProblem = message.type() === 'error' || message.type() === 'warning'
        if (isProblem && !OF_THE_LINE.test(message.text())) problems.push(`${user}: ${message.text()}`)
      })
      // A status that was chosen outlives the room, so that nobody may be in two tests.
      const person = { user: `${user}-${room}`, name: `${user.charAt(0).toUpperCase()}${user.slice(1)}` }
      const query = new URLSearchParams({ room, ...person, ...(transport === 'tabs' && { transport }), ...also })
      await page.goto(`${origin}/presence?${query}`)
      await expect(page.getByTestId('roster')).toHaveAttribute('aria-busy', 'false')
      return page
    })
    await Promise.all([...contexts].map((context) => context.close()))
    expect(problems, 'said in a console').toEqual([])
  },
})

export { expect }

/** The row of somebody called `user` in the roster of `page`. */
export function member(page: Page, user: string): Locator {
  return page.locator(`[data-testid=member][data-user-id^="${user}-"]`)
}
