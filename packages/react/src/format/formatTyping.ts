/** "Ann, Bo and 2 others are typing…": names, a counted remainder, and the language's own list and sentence. */
import type { Strings } from '../strings/strings.ts'
import { intlCache } from './intlCache.ts'

/** First-strong isolate and its end: a name of another script must not turn the sentence around. */
const ISOLATE = '\u2068'
const END_ISOLATE = '\u2069'

export interface TypingFormat {
  readonly locale: string
  readonly strings: Strings
  /** Names before the rest is counted. Default 2. */
  readonly max?: number | undefined
  /** From how many on nobody is named. Default 6. */
  readonly severalFrom?: number | undefined
}

export interface TypingPart {
  readonly type: 'name' | 'text'
  readonly text: string
}

export interface FormattedTyping {
  /** The sentence, names between U+2068 and U+2069; empty when nobody types. */
  readonly text: string
  /** The same in parts, without those marks, for `<bdi>` around each name. */
  readonly parts: readonly TypingPart[]
  readonly count: number
}

const SILENCE: FormattedTyping = { text: '', parts: [], count: 0 }

/** Names in order; an empty or missing one is "Someone". Who reads is not among them. */
export function formatTyping(names: readonly (string | undefined)[], format: TypingFormat): FormattedTyping {
  const { locale, strings, max = 2, severalFrom = 6 } = format
  const count = names.length
  if (count === 0) return SILENCE
  if (count >= severalFrom) return inParts(strings.severalTyping, count)
  const shown = names.slice(0, Math.max(1, max)).map((name) => isolate(name, strings))
  const rest = count - shown.length
  const items = rest === 0 ? shown : [...shown, strings.typingOthers(rest)]
  return inParts(strings.typing({ names: intlCache.list(locale).format(items), count }), count)
}

/** Marks inside a name would end the isolation early, so they go. */
function isolate(name: string | undefined, strings: Strings): string {
  const clean = (name ?? '').replace(/[\u202A-\u202E\u2066-\u2069]/g, '').trim()
  return ISOLATE + (clean === '' ? strings.someone : clean) + END_ISOLATE
}

function inParts(text: string, count: number): FormattedTyping {
  const parts: TypingPart[] = []
  for (const piece of text.split(ISOLATE)) {
    const end = piece.indexOf(END_ISOLATE)
    if (end >= 0) parts.push({ type: 'name', text: piece.slice(0, end) })
    const rest = end >= 0 ? piece.slice(end + 1) : piece
    if (rest !== '') parts.push({ type: 'text', text: rest })
  }
  return { text, parts, count }
}
