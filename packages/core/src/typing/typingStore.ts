/**
 * What is typed at this page, told as seldom as it may: `on` at most each 3 s, `off` after 5 s
 * without a keystroke or at once when it is over. Nothing is queued while offline, nothing is
 * merged: the last intent is what was said last (INV-47).
 */
import type { Clock } from '@rollcall/protocol'
import type { Member } from '../member/member.ts'
import { isSameList } from '../store/isSameList.ts'
import { memoize } from '../store/memoize.ts'
import { createStateSource, type StateSource } from '../store/stateSource.ts'
import {
  reduceTyping,
  selectIdleAt,
  selectIsDue,
  selectIsFresh,
  type TypingEntry,
  type TypingEvent,
} from './typingReducer.ts'
import { selectTypers } from './typingSelectors.ts'

export interface TypingStore<P, I> {
  keystroke(input: string): void
  stop(input: string): void
  /** Says `off` for all, e.g. on becoming invisible. */
  stopAll(): void
  /** Forgets all without a word: we left, or the connection did; the others drop it by themselves. */
  forget(): void
  /** Inputs that a newcomer may be told of. */
  freshInputs(): readonly string[]
  typers(input: string): StateSource<readonly Member<P, I>[]>
}

export interface TypingStoreOptions<P, I> {
  readonly clock: Clock
  readonly others: StateSource<readonly Member<P, I>[]>
  /** Whether anybody may know: we are in the room, and not invisible. */
  mayType(): boolean
  /** `false`: not transmitted. */
  send(input: string, on: boolean): boolean
  /** What the others have been told that we are typing in. */
  changed(inputs: readonly string[]): void
  report(thrown: unknown): void
}

/** Makes a store in which nobody types. */
export function createTypingStore<P, I>(options: TypingStoreOptions<P, I>): TypingStore<P, I> {
  const { clock, others } = options
  const entries = new Map<string, TypingEntry>()
  const timers = new Map<string, () => void>()
  let told = '[]'

  const tell = (): void => {
    const inputs = [...entries].filter(([, entry]) => entry.sentAt !== undefined).map(([input]) => input)
    const next = JSON.stringify(inputs)
    if (next === told) return
    told = next
    options.changed(inputs)
  }
  const apply = (input: string, event: TypingEvent): TypingEntry | undefined => {
    const next = reduceTyping(entries.get(input), event)
    if (next === undefined) entries.delete(input)
    else entries.set(input, next)
    return next
  }
  const disarm = (input: string): void => {
    timers.get(input)?.()
    timers.delete(input)
  }
  const arm = (input: string, entry: TypingEntry): void => {
    disarm(input)
    timers.set(
      input,
      clock.setTimer(Math.max(0, selectIdleAt(entry) - clock.now()), () => stop(input)),
    )
  }
  const stop = (input: string): void => {
    disarm(input)
    const entry = entries.get(input)
    if (entry === undefined) return
    apply(input, { type: 'stopped' })
    if (entry.sentAt !== undefined) options.send(input, false)
    tell()
  }
  return {
    keystroke: (input) => {
      if (!options.mayType()) return
      const at = clock.now()
      const entry = apply(input, { type: 'keyPressed', at })
      if (entry === undefined) return
      arm(input, entry)
      if (selectIsDue(entry, at) && options.send(input, true)) apply(input, { type: 'sent', at })
      tell()
    },
    stop,
    stopAll: () => {
      for (const input of entries.keys()) stop(input)
    },
    forget: () => {
      for (const input of entries.keys()) {
        disarm(input)
        entries.delete(input)
      }
      tell()
    },
    freshInputs: () => [...entries].filter(([, entry]) => selectIsFresh(entry, clock.now())).map(([input]) => input),
    typers: (input) => {
      const select = memoize((list: readonly Member<P, I>[]) => selectTypers(list, input), isSameList)
      return createStateSource({
        read: () => select(others.getCurrent()),
        subscribe: others.subscribe,
        report: options.report,
      })
    },
  }
}
