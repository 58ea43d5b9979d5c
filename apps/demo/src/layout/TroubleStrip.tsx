import type { Connection } from '@rollcall/core'
import { Clock3, RotateCw, TriangleAlert } from 'lucide-react'
import './strip.css'
import './troubleStrip.css'

export interface TroubleStripProps {
  readonly connection: Connection
  readonly onRetry: () => void
  /** The same page over BroadcastChannel; absent where it already is. */
  readonly tabsHref: string | undefined
}

/** Our own connection is in trouble. Stands where the invitation stood and is as high, so that nothing moves. */
export function TroubleStrip({ connection, onRetry, tabsHref }: TroubleStripProps) {
  const failed = connection.state !== 'reconnecting'
  const words = sayTrouble(connection)
  return (
    <aside
      className="strip trouble"
      data-testid="trouble"
      data-failed={failed ? '' : undefined}
      aria-label="Connection"
    >
      {failed ? <TriangleAlert aria-hidden size={18} /> : <Clock3 aria-hidden size={18} />}
      <p className="strip-words" role={failed ? 'alert' : 'status'}>
        <strong>{words.headline}</strong> <span>{words.detail}</span>
      </p>
      <div className="strip-actions">
        {failed && tabsHref !== undefined ? (
          <a className="button" href={tabsHref}>
            Go on without a server
          </a>
        ) : undefined}
        <button type="button" className="button" onClick={onRetry}>
          <RotateCw aria-hidden size={15} />
          Try now
        </button>
      </div>
    </aside>
  )
}

function sayTrouble({ state, device, attempt, error }: Connection): { headline: string; detail: string } {
  if (state === 'reconnecting') {
    return {
      headline: device === 'offline' ? 'This device has no network.' : 'Connection lost.',
      detail: `Everybody stays as last seen; within a minute nobody notices. Attempt ${attempt}.`,
    }
  }
  return {
    headline: 'The connection has ended.',
    detail: error === undefined ? 'It does not come back by itself.' : `${error.message} (${error.code})`,
  }
}
