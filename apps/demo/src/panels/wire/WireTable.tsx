import type { WireEntry } from '../../wire/wireLog.ts'

/** What somebody is called, by session or by person. */
export type NameOf = (ids: { readonly sessionId?: string; readonly userId?: string }) => string | undefined

export interface WireTableProps {
  /** Newest first. */
  readonly entries: readonly WireEntry[]
  readonly nameOf: NameOf
}

const clockTime = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})

const WAYS = { in: '↓ in', out: '↑ out', open: '●', close: '○' } as const

/** One line a frame. Not a live region: it would never be silent. */
export function WireTable({ entries, nameOf }: WireTableProps) {
  return (
    // Scrolls, so it has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="wire-scroll" dir="ltr" role="region" aria-label="Frames" tabIndex={0}>
      <table className="wire-table mono">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Way</th>
            <th scope="col">Verb</th>
            <th scope="col">Type</th>
            <th scope="col">Who</th>
            <th scope="col" className="number">
              Bytes
            </th>
            <th scope="col">Frame</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} data-testid="frame" data-way={entry.way} data-verb={entry.verb} data-type={entry.type}>
              <td>{clockTime.format(entry.at)}</td>
              <td>{WAYS[entry.way]}</td>
              <td>
                <span className="wire-verb">{entry.verb}</span>
              </td>
              <td>{entry.type}</td>
              <td className="wire-who">
                <bdi>{nameOf(entry) ?? ''}</bdi>
              </td>
              <td className="number">{entry.bytes === 0 ? '' : entry.bytes}</td>
              <td className="wire-text" title={entry.text}>
                {entry.text}
              </td>
            </tr>
          ))}
          {entries.length === 0 ? (
            <tr>
              <td colSpan={7} className="wire-none">
                No such frame yet.
              </td>
            </tr>
          ) : undefined}
        </tbody>
      </table>
    </div>
  )
}
