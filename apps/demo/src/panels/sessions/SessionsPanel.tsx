import { Megaphone } from 'lucide-react'
import { Card } from '../../layout/Card.tsx'
import type { SessionRow } from './sessionRows.ts'
import './sessions.css'

export interface SessionsPanelProps {
  readonly rows: readonly SessionRow[]
  readonly stale: boolean
  /** Asks for the whole room again: only then is it told whose connection is away. */
  readonly onRollCall: () => void
}

const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
/** Of a thousand, whoever came first tells as much. */
const SHOWN = 50

/** Every tab and device in the room. */
export function SessionsPanel({ rows, stale, onRollCall }: SessionsPanelProps) {
  const button = (
    <button type="button" className="button" data-testid="roll-call" onClick={onRollCall}>
      <Megaphone aria-hidden size={15} />
      Roll call
    </button>
  )
  return (
    <Card title="Sessions" caption={`${rows.length} in the room`} actions={button} area="sessions">
      {/* Scrolls, so it has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="sessions" role="region" aria-label="Sessions of the room" tabIndex={0}>
        <table className="sessions-table" data-testid="sessions" data-stale={stale ? '' : undefined}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Session</th>
              <th scope="col">State</th>
              <th scope="col">Since</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={row.sessionId} data-testid="session" data-user-id={row.userId} data-state={row.state}>
                <th scope="row">
                  <bdi>{row.name}</bdi>
                  {row.isOwnTab ? <span className="member-tag">this tab</span> : undefined}
                </th>
                <td className="mono" title={row.sessionId}>
                  …{row.sessionId.slice(-4)}
                </td>
                <td>{row.state}</td>
                <td className="mono">{clockTime.format(row.enteredAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="sessions-note">
        {rows.length > SHOWN ? `And ${rows.length - SHOWN} more. ` : ''}A session whose connection is away is held for
        60 s, and nobody is told; a roll call shows it.
      </p>
    </Card>
  )
}
