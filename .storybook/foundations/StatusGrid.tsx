import { PresenceIndicatorView } from '@rollcall/react'
import type { ReactElement } from 'react'
import { shownStatuses, statuses } from './shownStatuses.ts'

const sizes = [8, 10, 12, 16, 24] as const

/** Every status in every size. */
export function StatusGrid({ stale = false }: { readonly stale?: boolean }): ReactElement {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Status</th>
          {sizes.map((size) => (
            <th key={size} scope="col">
              {size} px
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shownStatuses.map((status) => (
          <tr key={status}>
            <th scope="row">{statuses.describe(status).label}</th>
            {sizes.map((size) => (
              <td key={size}>
                <PresenceIndicatorView {...{ status, statuses, size, stale }} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
