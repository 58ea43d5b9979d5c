/** Keys of an open menu, as APG has them. Pure. */

type Step = (at: number, last: number) => number

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** Letters typed in a row. */
export interface Typed {
  readonly text: string
  /** When the last of them was, ms by the clock of events. */
  readonly at: number
}

export const NOTHING_TYPED: Typed = { text: '', at: -Infinity }

/** A pause longer than this begins another word. */
const PAUSE_MS = 500

export interface MenuKey {
  readonly key: string
  /** With it, a letter is a command and not a letter. */
  readonly hasModifier: boolean
  /** Ms by the clock of events. */
  readonly at: number
}

export interface Menu {
  /** What the entries read, in their order. */
  readonly labels: readonly string[]
  /** The one with the focus; -1: none. */
  readonly index: number
  readonly typed: Typed
  /** BCP 47, for what counts as the same letter. */
  readonly locale: string
}

/** Which entry a key leads to; `index` is `undefined` where the key is none of the menu's. */
export function followKey({ key, hasModifier, at }: MenuKey, menu: Menu): { index: number | undefined; typed: Typed } {
  const { labels, index, typed } = menu
  if (hasModifier) return { index: undefined, typed }
  const step = STEPS[key]
  if (step !== undefined) return { index: step(index, labels.length - 1), typed: NOTHING_TYPED }
  const text = at - typed.at <= PAUSE_MS ? typed.text : ''
  // A space within a name is a letter; alone it presses the entry.
  if ([...key].length !== 1 || (key === ' ' && text === '')) return { index: undefined, typed }
  const next = { text: text + key, at }
  return { index: findLabel(next.text, menu), typed: next }
}

/** The same letter again goes on to the next of that letter; a word stays where it still fits. */
function findLabel(text: string, { labels, index, locale }: Menu): number | undefined {
  const [first = '', ...rest] = text
  const isRepeated = rest.every((letter) => letter === first)
  const wanted = (isRepeated ? first : text).toLocaleLowerCase(locale)
  const from = isRepeated ? index + 1 : Math.max(index, 0)
  const order = labels.map((_, offset) => (from + offset) % labels.length)
  return order.find((at) => labels[at]?.toLocaleLowerCase(locale).startsWith(wanted))
}
