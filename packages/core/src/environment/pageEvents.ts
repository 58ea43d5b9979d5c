/** What a page tells of itself and of the person at it, as the ports' streams. */
import { Observable } from 'rxjs'
import type { PageLifeEvent } from '../page/pageLife.ts'

/** As much of `window` and `document` as is listened to. */
export interface PageTargets {
  readonly window: EventTarget
  readonly document: EventTarget & { readonly visibilityState: DocumentVisibilityState }
}

type Listening = readonly [target: EventTarget, type: string, listener: (event: Event) => void]

function listen(listening: readonly Listening[], options: AddEventListenerOptions): () => void {
  for (const [target, type, listener] of listening) target.addEventListener(type, listener, options)
  return () => {
    for (const [target, type, listener] of listening) target.removeEventListener(type, listener, options)
  }
}

/** Old pages have `pagehide` without `persisted`; they have no back/forward cache either. */
const isPersisted = (event: Event): boolean => 'persisted' in event && event.persisted === true

/** Page life as the browser tells it. Listens while subscribed to. */
export function createPageLife({ window, document }: PageTargets): Observable<PageLifeEvent> {
  return new Observable((subscriber) => {
    const tell = (event: PageLifeEvent) => (): void => subscriber.next(event)
    return listen(
      [
        [window, 'pagehide', (event) => subscriber.next({ type: 'hide', cached: isPersisted(event) })],
        [window, 'pageshow', (event) => subscriber.next({ type: 'show', cached: isPersisted(event) })],
        [window, 'online', tell({ type: 'online' })],
        [window, 'offline', tell({ type: 'offline' })],
        [document, 'freeze', tell({ type: 'freeze' })],
        [document, 'resume', tell({ type: 'resume' })],
        [
          document,
          'visibilitychange',
          () => subscriber.next({ type: document.visibilityState === 'hidden' ? 'hidden' : 'visible' }),
        ],
      ],
      {},
    )
  })
}

/** What counts as a person's input. Scrolling by script does not; typing, touching and pointing do. */
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel']

/** One signal per input. Seen on its way down, so that a page that stops its events is heard all the same. */
export function createInput(window: EventTarget): Observable<void> {
  return new Observable((subscriber) => {
    const told = (): void => subscriber.next()
    return listen(
      INPUTS.map((type) => [window, type, told]),
      { capture: true, passive: true },
    )
  })
}
