import { sayPath, type LocationRow } from './locationRows.ts'

export interface LocationsTableProps {
  readonly rows: readonly LocationRow[]
}

/** Of a thousand who are nowhere the first ones tell as much. */
const SHOWN = 50

/** One line a session. In a narrow card the lines become blocks with their headings inside. */
export function LocationsTable({ rows }: LocationsTableProps) {
  const shown = rows.length <= SHOWN ? rows : rows.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN)
  return (
    <table className="locations-table">
      <thead>
        <tr>
          <th scope="col">Session</th>
          <th scope="col">Document</th>
          <th scope="col">Path</th>
          <th scope="col" className="number">
            Step
          </th>
          <th scope="col" className="number">
            Gaps
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <LocationLine key={row.sessionId} row={row} />
        ))}
        {rows.length > SHOWN ? (
          <tr>
            <td colSpan={5} className="locations-none">
              And {rows.length - SHOWN} more.
            </td>
          </tr>
        ) : undefined}
        {rows.length === 0 ? (
          <tr>
            <td colSpan={5} className="locations-none">
              Nobody is in the room yet.
            </td>
          </tr>
        ) : undefined}
      </tbody>
    </table>
  )
}

/** Who is somewhere comes first, then this tab. */
function rank({ location, isOwnTab }: LocationRow): number {
  return location === undefined ? (isOwnTab ? 1 : 2) : 0
}

function LocationLine({ row }: { readonly row: LocationRow }) {
  const { location } = row
  return (
    <tr
      data-testid="location"
      data-user-id={row.userId}
      data-session-id={row.sessionId}
      data-document={location?.documentId}
      data-count={row.count}
      data-gaps={row.gaps}
      data-nowhere={location === undefined ? '' : undefined}
    >
      <th scope="row">
        <span className="session-name">
          <bdi>{row.name}</bdi>
          {row.isOwnTab ? <span className="member-tag">this tab</span> : undefined}
        </span>
        <span className="session-ids mono">
          {row.userId} · {shortId(row.sessionId)}
        </span>
      </th>
      <td data-label="Document" className="mono">
        {location?.documentId ?? <Nothing word="nowhere" />}
      </td>
      <td data-label="Path" className="mono">
        {location === undefined ? <Nothing word="—" /> : sayPath(location.path)}
      </td>
      <td data-label="Step" className="mono number">
        {row.count ?? <Nothing word="—" />}
      </td>
      <td data-label="Gaps" className="mono number" data-some={row.gaps > 0 ? '' : undefined}>
        {row.count === undefined ? <Nothing word="—" /> : row.gaps}
      </td>
    </tr>
  )
}

function Nothing({ word }: { readonly word: string }) {
  return <span className="nothing">{word}</span>
}

/** Enough to tell sessions apart by eye. */
function shortId(sessionId: string): string {
  return `…${sessionId.slice(-4)}`
}
