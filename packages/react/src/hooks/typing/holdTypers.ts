/** Keeps who is typing in view for a moment, so that a line neither flashes nor flickers. */
import type { Timely } from '../useNow.ts'

export interface TypingHold {
  /** Ms that somebody is shown at the least. */
  readonly minVisible: number
  /** Ms that the last one stays after they stopped. */
  readonly hideDelay: number
  /** Another one than before: what they typed has arrived, so there is nothing to wait for. */
  readonly dismissKey?: string | number | undefined
}

export interface ShownTypers<T> extends Timely {
  readonly typers: readonly T[]
}

/** Remembers what it showed last; each change of who types, or of the key, asks for a reading of its own. */
export function createTypingHold<T>(): (typers: readonly T[], hold: TypingHold) => (now: number) => ShownTypers<T> {
  const silence: ShownTypers<T> = { typers: [], nextChangeAt: null }
  let shown: { readonly typers: readonly T[]; readonly since: number; readonly dismissKey: unknown } | undefined
  return (typers, { minVisible, hideDelay, dismissKey }) => {
    const telling: ShownTypers<T> = { typers, nextChangeAt: null }
    let stoppedAt: number | undefined
    return (now) => {
      if (typers.length > 0) {
        shown = { typers, since: shown?.since ?? now, dismissKey }
        return telling
      }
      if (shown === undefined) return silence
      stoppedAt ??= now
      const goneAt = Math.max(shown.since + minVisible, stoppedAt + hideDelay)
      if (now < goneAt && shown.dismissKey === dismissKey) return { typers: shown.typers, nextChangeAt: goneAt }
      shown = undefined
      return silence
    }
  }
}
