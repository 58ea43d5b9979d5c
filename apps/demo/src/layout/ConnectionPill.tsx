import { AppWindow, Clock3, LoaderCircle, Plug, TriangleAlert, Wifi } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Medium } from '../address/demoAddress.ts'
import type { ConnectionView } from '../client/connectionView.ts'
import './connectionPill.css'

export interface ConnectionPillProps {
  readonly view: ConnectionView
  readonly medium: Medium
}

const LABELS: Readonly<Record<ConnectionView['shown'], string>> = {
  connecting: 'Connecting',
  connected: 'Connected',
  reconnecting: 'Reconnecting',
  offline: 'No network',
  disconnected: 'Disconnected',
  failed: 'Failed',
}

const ICONS: Readonly<Record<ConnectionView['shown'], ReactNode>> = {
  connecting: <LoaderCircle aria-hidden size={14} />,
  connected: <Wifi aria-hidden size={14} />,
  reconnecting: <Clock3 aria-hidden size={14} />,
  offline: <Clock3 aria-hidden size={14} />,
  disconnected: <Plug aria-hidden size={14} />,
  failed: <TriangleAlert aria-hidden size={14} />,
}

/** How our own connection is. `data-state` tells the truth at once, what is drawn waits out a short trouble. */
export function ConnectionPill({ view, medium }: ConnectionPillProps) {
  const isLocal = medium === 'tabs' && view.shown === 'connected'
  return (
    <span className="connection-pill" data-testid="connection" data-state={view.state} data-shown={view.shown}>
      {isLocal ? <AppWindow aria-hidden size={14} /> : ICONS[view.shown]}
      <span className="connection-words" role="status">
        {isLocal ? 'Local only' : LABELS[view.shown]}
      </span>
    </span>
  )
}
