/** What is typed at this page, one record per input. Pure: time is an argument. */
import { TIMES } from '@rollcall/protocol'

export interface TypingEntry {
  /** Our monotonic clock at the last keystroke. */
  readonly keyAt: number
  /** … at the last `on` that was transmitted; `undefined`: none was, so nobody knows. */
  readonly sentAt: number | undefined
}

export type TypingEvent =
  | { readonly type: 'keyPressed'; readonly at: number }
  | { readonly type: 'sent'; readonly at: number }
  | { readonly type: 'stopped' }

/** The next record; `undefined`: not typing. */
export function reduceTyping(entry: TypingEntry | undefined, event: TypingEvent): TypingEntry | undefined {
  switch (event.type) {
    case 'keyPressed':
      return { keyAt: event.at, sentAt: entry?.sentAt }
    case 'sent':
      return entry === undefined ? undefined : { ...entry, sentAt: event.at }
    case 'stopped':
      return undefined
  }
}

/** Whether the next keystroke has to be told: nobody knows yet, or they would soon forget. */
export function selectIsDue(entry: TypingEntry, now: number): boolean {
  return entry.sentAt === undefined || now - entry.sentAt >= TIMES.typingRepeatMs
}

/** When typing ends by itself. */
export function selectIdleAt(entry: TypingEntry): number {
  return entry.keyAt + TIMES.typingIdleMs
}

/** Whether a newcomer may be told: the last `on` is so young that those who heard it still believe it as long. */
export function selectIsFresh(entry: TypingEntry, now: number): boolean {
  return entry.sentAt !== undefined && now - entry.sentAt < TIMES.typingRepeatMs
}
