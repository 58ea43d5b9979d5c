/**
 * Inputs in other tabs of the same person and browser: who types in one of them is away in none. Told at once, then at
 * most every ten seconds, with the instant of the last one: a tab that was frozen hears late, and must know how late.
 */
import type { Clock } from '@rollcall/protocol'
import { Subject, type Observable } from 'rxjs'
import type { PageLifeEvent } from '../page/pageLife.ts'
import type { OpenTabChannel } from '../page/tabChannel.ts'
import { createTabLine } from './tabLine.ts'

export interface SharedInput {
  /** Ms since an input elsewhere. */
  readonly ages$: Observable<number>
  /** There was an input here, now. */
  tell(): void
  dispose(): void
}

export interface SharedInputOptions {
  readonly clock: Clock
  readonly pageLife$: Observable<PageLifeEvent>
  readonly openTabChannel: OpenTabChannel
  /** Whose page this is; `undefined` until it is known: nothing is told or heard of. */
  person(): string | undefined
}

const CHANNEL = 'rollcall-activity'
const SPACING_MS = 10_000

/** Opens the line. */
export function createSharedInput({ clock, person, ...options }: SharedInputOptions): SharedInput {
  const ages = new Subject<number>()
  let toldAt = Number.NEGATIVE_INFINITY
  let lastWall = 0
  let cancel: (() => void) | undefined

  const hear = (message: unknown): void => {
    if (!Array.isArray(message)) return
    const [who, at]: readonly unknown[] = message
    // The tabs of a browser share its wall clock. One that was put back meanwhile must not make an input of the future.
    if (typeof at === 'number' && who === person() && who !== undefined) ages.next(Math.max(0, clock.wall() - at))
  }
  const line = createTabLine({ ...options, name: CHANNEL, hear })
  const post = (): void => {
    cancel = undefined
    const who = person()
    if (who === undefined) return
    toldAt = clock.now()
    line.post([who, lastWall])
  }
  return {
    ages$: ages.asObservable(),
    tell: () => {
      lastWall = clock.wall()
      if (cancel !== undefined) return
      const waitMs = toldAt + SPACING_MS - clock.now()
      if (waitMs <= 0) post()
      else cancel = clock.setTimer(waitMs, post)
    },
    dispose: () => {
      cancel?.()
      cancel = undefined
      line.close()
      ages.complete()
    },
  }
}
