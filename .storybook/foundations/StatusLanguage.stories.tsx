import { PresenceIndicatorView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { expect, waitFor, within } from 'storybook/test'
import { ColourFilters, visions } from './ColourFilters.tsx'
import { Contrasts } from './Contrasts.tsx'
import { shownStatuses, statuses } from './shownStatuses.ts'
import { StatusGrid } from './StatusGrid.tsx'

const meta = {
  title: 'Foundations/Status language',
  component: StatusGrid,
  tags: ['!autodocs'],
} satisfies Meta<typeof StatusGrid>

export default meta
type Story = StoryObj<typeof meta>

/** Shape carries the status, colour confirms it. */
export const Light: Story = {}
export const Dark: Story = { globals: { theme: 'dark' } }
/** Somebody who has not seen the colours names every status. */
export const Greyscale: Story = { decorators: [(Story) => <div style={{ filter: 'grayscale(1)' }}>{Story()}</div>] }
export const GreyscaleDark: Story = { ...Greyscale, globals: { theme: 'dark' } }
export const ForcedColours: Story = { globals: { theme: 'forced' } }
export const MoreContrast: Story = { globals: { theme: 'contrast' } }
export const RightToLeft: Story = { globals: { direction: 'rtl' } }
/** Our own link is down: same shapes, another line around them. */
export const Stale: Story = { args: { stale: true } }

function Visions(): ReactElement {
  return (
    <>
      <ColourFilters />
      <table>
        <thead>
          <tr>
            {['Vision', ...shownStatuses].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {['every colour', ...visions].map((vision) => (
            <tr key={vision}>
              <th scope="row">{vision}</th>
              {shownStatuses.map((status) => (
                <td key={status} style={vision === 'every colour' ? {} : { filter: `url(#${vision})` }}>
                  <PresenceIndicatorView {...{ status, statuses }} size={16} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

export const ColourVision: Story = { render: () => <Visions /> }
export const ColourVisionDark: Story = { ...ColourVision, globals: { theme: 'dark' } }

/** No number is written down: each is measured from the page. */
export const Contrast: Story = {
  render: () => <Contrasts />,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getAllByText(/✓/)).toHaveLength(4 * shownStatuses.length))
    await expect(within(canvasElement).queryByText(/✗/)).toBeNull()
  },
}
