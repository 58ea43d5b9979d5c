/** Everything that happens to somebody's row in a roster, as it happens: what a glance now and then would miss. */
import type { Page } from '@playwright/test'

export interface RosterChange {
  /** The attribute that changed, or that the row came or went. */
  readonly what: 'data-status' | 'data-sessions' | 'came' | 'went'
  readonly value: string
  /** Epoch ms by the browser's clock, with fractions. */
  readonly at: number
}

declare global {
  interface Window {
    rosterLog?: RosterChange[]
  }
}

/** Begins to note what happens to the row of somebody called `user`. */
export async function watchRow(page: Page, user: string): Promise<void> {
  await page.evaluate((prefix) => {
    const log: RosterChange[] = []
    window.rosterLog = log
    const now = () => performance.timeOrigin + performance.now()
    const isRow = (node: Node) => node instanceof HTMLElement && node.dataset['userId']?.startsWith(prefix) === true
    const note = ({ type, target, attributeName, oldValue, addedNodes, removedNodes }: MutationRecord) => {
      if (type === 'childList') {
        for (const node of addedNodes) if (isRow(node)) log.push({ what: 'came', value: '', at: now() })
        for (const node of removedNodes) if (isRow(node)) log.push({ what: 'went', value: '', at: now() })
      } else if (isRow(target) && target instanceof HTMLElement) {
        const value = target.getAttribute(attributeName ?? '') ?? ''
        const what = attributeName === 'data-status' ? 'data-status' : 'data-sessions'
        if (value !== oldValue) log.push({ what, value, at: now() })
      }
    }
    const roster = document.querySelector('[data-testid=roster]')
    if (roster === null) throw new Error('unable to watch; there is no roster')
    new MutationObserver((records) => records.forEach(note)).observe(roster, {
      childList: true,
      subtree: true,
      attributeOldValue: true,
      attributeFilter: ['data-status', 'data-sessions'],
    })
  }, `${user}-`)
}

/** What has happened since `watchRow`. */
export async function readLog(page: Page): Promise<readonly RosterChange[]> {
  return page.evaluate(() => window.rosterLog ?? [])
}

/** The same without times: `data-sessions=2`. */
export async function sayLog(page: Page): Promise<readonly string[]> {
  const log = await readLog(page)
  return log.map(({ what, value }) => (value === '' ? what : `${what}=${value}`))
}
