import { defineStatuses } from '@rollcall/core'
import { doNotDisturb, PresenceIndicatorView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'

const statuses = defineStatuses({ dnd: doNotDisturb, focusing: { label: 'Focusing' } })
const shown = ['online', 'busy', 'dnd', 'away', 'offline', 'invisible', 'unknown', 'focusing'] as const
const sizes = [8, 10, 12, 16, 24] as const

function Grid({ stale = false }: { readonly stale?: boolean }): ReactElement {
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
        {shown.map((status) => (
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

const meta = { title: 'Foundations/Status language', component: Grid } satisfies Meta<typeof Grid>

export default meta
type Story = StoryObj<typeof meta>

/** Shape carries the status, colour confirms it. */
export const Light: Story = {}
export const Dark: Story = { globals: { theme: 'dark' } }
/** Somebody who has not seen the colours names every status. */
export const Greyscale: Story = { decorators: [(Story) => <div style={{ filter: 'grayscale(1)' }}>{Story()}</div>] }
export const GreyscaleDark: Story = { ...Greyscale, globals: { theme: 'dark' } }
export const RightToLeft: Story = { globals: { direction: 'rtl' } }
/** Our own link is down: same shapes, another line around them. */
export const Stale: Story = { args: { stale: true } }
