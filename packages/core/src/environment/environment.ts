/**
 * The port to the outside: time, chance, the page and the person at it. Everything that the
 * core knows of these comes through here, so that a test can be all of them.
 */
import type { Clock, Random } from '@rollcall/protocol'
import type { Observable } from 'rxjs'
import type { Locks } from '../page/locks.ts'
import type { PageLifeEvent } from '../page/pageLife.ts'
import type { OpenTabChannel } from '../page/tabChannel.ts'
import type { DevtoolsConnection } from './devtools.ts'

export interface Environment {
  readonly clock: Clock
  readonly random: Random
  /** Page life, in the order in which the page tells it. */
  readonly pageLife$: Observable<PageLifeEvent>
  /** One signal per input of the person: pointer, key, touch, wheel. */
  readonly input$: Observable<void>
  /** What the device says of its network; `true` where it says nothing. */
  isOnline(): boolean
  isVisible(): boolean
  /** Runs a task once before the next picture is drawn, with its time on `clock.now()`; absent where nothing is drawn. */
  requestFrame?(task: (at: number) => void): () => void
  readonly locks?: Locks
  /** To the other tabs of this browser; absent where there are none. */
  readonly openTabChannel?: OpenTabChannel
  /** Redux DevTools of this page; absent or `undefined` where there are none. */
  connectDevtools?(): DevtoolsConnection | undefined
}
