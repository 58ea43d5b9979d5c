import type { Medium } from '../../address/demoAddress.ts'
import type { ConnectionView } from '../../client/connectionView.ts'
import { Card } from '../../layout/Card.tsx'
import { Sparkline } from './Sparkline.tsx'
import './connection.css'

export interface ConnectionPanelProps {
  readonly view: ConnectionView
  readonly medium: Medium
  readonly people: number
  readonly sessions: number
  /** Ms from a change at another tab to its arrival here; newest last. */
  readonly tookMs: readonly number[]
}

/** How fast it is. */
export function ConnectionPanel({ view, medium, people, sessions, tookMs }: ConnectionPanelProps) {
  const last = tookMs.at(-1)
  return (
    <Card title="Latency" caption="from another tab to this one" area="connection">
      <p className="latency" data-testid="latency">
        <span className="latency-number" data-none={last === undefined ? '' : undefined}>
          {last === undefined ? '–' : sayMs(last)}
        </span>
        <span className="latency-words">
          {last === undefined ? 'no update from another tab yet' : 'ms the last update took'}
        </span>
      </p>
      <Sparkline values={tookMs} />
      <dl className="facts">
        <Fact term="Median" value={tookMs.length === 0 ? '–' : `${sayMs(median(tookMs))} ms of ${tookMs.length}`} />
        <Fact term="Way" value={medium === 'tabs' ? 'BroadcastChannel' : 'WebSocket'} />
        <Fact term="Connection" value={view.state} />
        <Fact term="People" value={String(people)} />
        <Fact term="Sessions" value={String(sessions)} />
      </dl>
    </Card>
  )
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div className="fact">
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The clocks of two tabs agree to within a few ms at best, so nothing took none. */
function sayMs(ms: number): string {
  return ms < 1 ? '<1' : String(Math.round(ms))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
