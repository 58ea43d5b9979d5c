import type { Observable } from 'rxjs'
import type { PageLifeEvent } from '../page/pageLife.ts'
import type { OpenTabChannel, TabChannel } from '../page/tabChannel.ts'

export interface TabLineOptions {
  readonly name: string
  readonly openTabChannel: OpenTabChannel
  readonly pageLife$: Observable<PageLifeEvent>
  hear(message: unknown): void
}

/** A tab channel that is closed while the page is in the back/forward cache: an open one would keep the page out of it. */
export function createTabLine({ name, openTabChannel, pageLife$, hear }: TabLineOptions): TabChannel {
  let channel: TabChannel | undefined = openTabChannel(name, hear)
  const close = (): void => {
    channel?.close()
    channel = undefined
  }
  const pageLife = pageLife$.subscribe(({ type }) => {
    if (type === 'hide') close()
    else if (type === 'show') channel ??= openTabChannel(name, hear)
  })
  return {
    post: (message) => channel?.post(message),
    close: () => {
      pageLife.unsubscribe()
      close()
    },
  }
}
