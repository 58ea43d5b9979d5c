/** Whether somebody is at the page: online, and away after a while without input. */
import type { Clock } from '@rollcall/protocol'
import { BehaviorSubject, distinctUntilChanged, type Observable } from 'rxjs'
import type { PageLifeEvent } from '../page/pageLife.ts'

export type ActivityStatus = 'online' | 'away'

export interface ActivityOptions {
  readonly clock: Clock
  /** Inputs of the person. To count what they do in other tabs as well, merge those tabs' inputs into this. */
  readonly input$: Observable<void>
  readonly pageLife$: Observable<PageLifeEvent>
  /** Ms without input until `away`; `null`: never. */
  readonly awayAfterMs: number | null
}

export interface Activity {
  /** The present status, then each change. Completes on dispose. */
  readonly status$: Observable<ActivityStatus>
  getStatus(): ActivityStatus
  /** Whole ms since the last input, by the monotonic clock; since the beginning where there was none. */
  idleMs(): number
  dispose(): void
}

/** Events after which timers may have stood still for long. */
const AWAKENINGS: ReadonlySet<PageLifeEvent['type']> = new Set(['visible', 'show', 'resume'])

/**
 * Begins as `online`: opening a page is an input. The status follows from the time of the last
 * input, never from counting ticks, since hidden tabs get one timer a minute and frozen ones none (T28).
 */
export function createActivity({ clock, input$, pageLife$, awayAfterMs }: ActivityOptions): Activity {
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
  const subscriptions = [
    input$.subscribe(() => {
      lastInputAt = clock.now()
      // While online the timer that waits already finds this when it rings: no timer is set per input.
      if (status.value === 'away') judge()
    }),
    pageLife$.subscribe(({ type }) => {
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
      for (const subscription of subscriptions) subscription.unsubscribe()
      status.complete()
    },
  }
}
