/** Whether somebody is at the page: online, and away after a while without input. */
import type { Clock } from '@rollcall/protocol'
import { BehaviorSubject, distinctUntilChanged, type Observable } from 'rxjs'
import type { PageLifeEvent } from '../page/pageLife.ts'
import type { SharedInput } from './sharedInput.ts'

export type ActivityStatus = 'online' | 'away'

export interface ActivityOptions {
  readonly clock: Clock
  /** Inputs of the person at this page. */
  readonly input$: Observable<void>
  readonly pageLife$: Observable<PageLifeEvent>
  /** Ms without input until `away`; `null`: never. */
  readonly awayAfterMs: number | null
  /** What they do in other tabs of this browser; absent: not known of. */
  readonly shared?: SharedInput | undefined
}

export interface Activity {
  /** The present status, then each change. Completes on dispose. */
  readonly status$: Observable<ActivityStatus>
  getStatus(): ActivityStatus
  /** Whole ms since the last input in any tab, by the monotonic clock; since the beginning where there was none. */
  idleMs(): number
  dispose(): void
}

/** Events after which timers may have stood still for long. */
const AWAKENINGS: ReadonlySet<PageLifeEvent['type']> = new Set(['visible', 'show', 'resume'])

/**
 * Begins as `online`: opening a page is an input. The status follows from the time of the last
 * input, never from counting ticks, since hidden tabs get one timer a minute and frozen ones none (T28).
 */
export function createActivity({ clock, awayAfterMs, shared, ...page }: ActivityOptions): Activity {
  const limitMs = awayAfterMs ?? Infinity
  const status = new BehaviorSubject<ActivityStatus>('online')
  let lastInputAt = clock.now()
  let cancelTimer = (): void => {}

  const idleMs = (): number => clock.now() - lastInputAt
  const judge = (): void => {
    cancelTimer()
    const leftMs = limitMs - idleMs()
    if (leftMs <= 0) status.next('away')
    else {
      status.next('online')
      if (leftMs < Infinity) cancelTimer = clock.setTimer(leftMs, judge)
    }
  }
  const noteInput = (at: number): void => {
    lastInputAt = Math.max(lastInputAt, at)
    // While online the timer that waits already finds this when it rings: no timer is set per input.
    if (status.value === 'away') judge()
  }
  const subscriptions = [
    page.input$.subscribe(() => {
      noteInput(clock.now())
      shared?.tell()
    }),
    shared?.ages$.subscribe((ageMs) => noteInput(clock.now() - ageMs)),
    page.pageLife$.subscribe(({ type }) => {
      if (AWAKENINGS.has(type)) judge()
    }),
  ]
  judge()
  return {
    status$: status.pipe(distinctUntilChanged()),
    getStatus: () => status.value,
    // A browser's monotonic clock has fractions, the wire's `idle` is an integer.
    idleMs: () => Math.round(idleMs()),
    dispose: () => {
      cancelTimer()
      for (const subscription of subscriptions) subscription?.unsubscribe()
      shared?.dispose()
      status.complete()
    },
  }
}
