import type { PageLifeEvent } from '../page/pageLife.ts'
import type { ConnectionEvent } from './connectionState.ts'

/**
 * What the life of the page means to a connection. Going into the back/forward cache, freezing
 * and being hidden mean nothing: the session is held, and verified on return (T28).
 */
export function toConnectionEvent(event: PageLifeEvent): ConnectionEvent | undefined {
  switch (event.type) {
    case 'hide':
      return event.cached ? undefined : { type: 'pageLeft' }
    case 'show':
      return { type: 'pageReturned' }
    case 'visible':
    case 'resume':
      return { type: 'wokeUp' }
    case 'online':
      return { type: 'wentOnline' }
    case 'offline':
      return { type: 'wentOffline' }
    case 'freeze':
    case 'hidden':
      return undefined
  }
}
