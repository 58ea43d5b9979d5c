import { Card } from '../../layout/Card.tsx'
import './network.css'

export interface LocalNetworkPanelProps {
  /** The same page over a server. */
  readonly serverHref: string
}

/** In place of the simulator where there is no line to simulate. */
export function LocalNetworkPanel({ serverHref }: LocalNetworkPanelProps) {
  return (
    <Card title="Network" caption="local only" area="network">
      <div className="network" data-testid="network" data-local="">
        <p className="network-note">
          Tabs of one browser hear each other without a network: there is no socket to drop, no line to slow down, and
          no server that would hold a session.
        </p>
        <a className="button" data-testid="net-server" href={serverHref}>
          Try it over the server
        </a>
      </div>
    </Card>
  )
}
