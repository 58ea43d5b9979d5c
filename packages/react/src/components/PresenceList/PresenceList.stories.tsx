import { en, formatLastSeen, LastSeenView, PresenceListView, PresenceRowView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'

const NOW = Date.UTC(2026, 10, 21, 15, 30)
const seen = (ago: number) => (
  <LastSeenView
    {...formatLastSeen(NOW - ago, {
      now: NOW,
      locale: 'en-GB',
      timeZone: 'Europe/Berlin',
      strings: en,
      form: 'sentence',
    })}
  />
)

const rows = [
  <PresenceRowView key="ada" userId="ada" name="Ada Lovelace" status="online" self sessions={2}>
    Coding · TypeScript
  </PresenceRowView>,
  <PresenceRowView key="bo" userId="bo" name="Bo Nyström" status="busy" />,
  <PresenceRowView key="chidi" userId="chidi" name="Chidi Anagonye" status="away">
    Away · 6 minutes ago
  </PresenceRowView>,
  <PresenceRowView key="layla" userId="layla" name="ليلى حداد" status="online" />,
  <PresenceRowView key="emre" userId="emre" name="Emre Kaya" status="offline">
    {seen(17 * 3_600_000)}
  </PresenceRowView>,
  <PresenceRowView
    key="fatima"
    userId="fatima"
    name="Fatima Al-Fihriya bint Muhammad of Fez and Kairouan"
    status="offline"
  >
    {seen(3 * 86_400_000)}
  </PresenceRowView>,
]

const meta = {
  title: 'Components/PresenceList',
  component: PresenceListView,
  args: { children: rows },
  decorators: [
    (Story) => (
      <div className="card" style={{ inlineSize: 264 }}>
        {Story()}
      </div>
    ),
  ],
} satisfies Meta<typeof PresenceListView>

export default meta
type Story = StoryObj<typeof meta>

export const Roster: Story = {}
export const Nobody: Story = { args: { children: [], onInvite: () => {} } }
/** Nobody is here but oneself. */
export const Alone: Story = { args: { children: rows.slice(0, 1), alone: true, onInvite: () => {} } }
/** As on 320 px, or at 400 % zoom: names wrap, nothing is cut. */
export const Narrow: Story = { decorators: [(Story) => <div style={{ inlineSize: 150 }}>{Story()}</div>] }
export const Loading: Story = { args: { children: [], loading: true } }
export const Dark: Story = { globals: { theme: 'dark' } }
export const RightToLeft: Story = { globals: { direction: 'rtl' } }
/** Our own link is down: rows stay, shapes stay, the line around them says so. */
export const Stale: Story = {
  args: {
    children: rows.slice(1, 4).map((row) => <row.type {...row.props} key={row.key} stale />),
  },
}
/** The link is down for good: who was here stays, and it can be tried again. */
export const Unavailable: Story = { args: { note: 'Presence unavailable', onRetry: () => {} } }
/** Rows that act: one tab stop, arrows, Home, End. */
export const Selectable: Story = {
  args: { children: rows.slice(1, 4).map((row) => <row.type {...row.props} key={row.key} onSelect={() => {}} />) },
}
