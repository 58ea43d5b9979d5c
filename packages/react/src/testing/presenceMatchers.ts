/**
 * What presence looks like, as matchers for Vitest and Jest: `expect.extend(presenceMatchers)`. Their types, once:
 *
 *     declare module 'vitest' {
 *       interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends PresenceMatchers<R> {}
 *     }
 */
import type { Announcement, Politeness } from '../announcer/announcement.ts'
import type { RenderCounts } from './renderCounts.ts'

export interface MatcherResult {
  readonly pass: boolean
  message(): string
}

/** The matchers as they are called. `R` is what the framework's matchers return. */
export interface PresenceMatchers<R = void> {
  /** An element that is, or holds, a sign of this status (`data-status`). */
  toHaveStatus(status: string): R
  /** An element that is, or holds, a typing line that shows somebody; with `name`, this one. */
  toBeTyping(name?: string): R
  /** What `renderWithPresence` returned: these words were spoken, once or more. */
  toAnnounce(words: string | RegExp, politeness?: Politeness): R
  /** What `createRenderCounts` returned: so many commits or fewer, of all probes or of the one named. */
  toHaveRenderedAtMost(commits: number, id?: string): R
}

interface Announcing {
  announcements(): readonly Announcement[]
}

function result(pass: boolean, expected: string, received: string): MatcherResult {
  return { pass, message: () => `expected ${pass ? 'not ' : ''}${expected}; received ${received}` }
}

/** The element itself or the first below it that fits. */
function seek(element: Element, selector: string): Element | null {
  return element.matches(selector) ? element : element.querySelector(selector)
}

/** Give it to `expect.extend`. */
export const presenceMatchers = {
  toHaveStatus: (element: Element, status: string): MatcherResult => {
    const shown = seek(element, '[data-status]')?.getAttribute('data-status')
    return result(shown === status, `the status ${status}`, shown ?? 'an element without a status')
  },
  toBeTyping: (element: Element, name?: string): MatcherResult => {
    const line = seek(element, '[data-state="typing"]')
    const words = line?.textContent ?? ''
    const pass = line !== null && (name === undefined || words.includes(name))
    return result(pass, `${name ?? 'somebody'} to be typing`, line === null ? 'nobody' : `"${words}"`)
  },
  toAnnounce: (page: Announcing, words: string | RegExp, politeness?: Politeness): MatcherResult => {
    const said = page.announcements()
    const fits = ({ text }: Announcement): boolean => (typeof words === 'string' ? text === words : words.test(text))
    const pass = said.some((one) => fits(one) && (politeness === undefined || one.politeness === politeness))
    const heard = said.map((one) => `"${one.text}" (${one.politeness}, ${one.at})`).join(', ')
    return result(pass, `to hear ${String(words)}`, heard === '' ? 'silence' : heard)
  },
  toHaveRenderedAtMost: (counts: RenderCounts, commits: number, id?: string): MatcherResult => {
    const count = id === undefined ? counts.total() : counts.of(id)
    return result(count <= commits, `at most ${commits} commits${id === undefined ? '' : ` of ${id}`}`, String(count))
  },
} as const
