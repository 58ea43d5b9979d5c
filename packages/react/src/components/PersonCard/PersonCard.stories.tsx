import { PersonCardView, SessionListView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { ar } from '../../strings/ar.ts'

const meta = {
  title: 'Components/PersonCard',
  component: PersonCardView,
  args: {
    userId: 'bo',
    name: 'Bo Nyström',
    status: 'busy',
    statusText: 'In a call',
    activity: 'Reviewing',
    project: 'Q4 planning',
  },
  decorators: [
    (Story) => (
      <div className="card" style={{ inlineSize: 'fit-content' }}>
        {Story()}
      </div>
    ),
  ],
} satisfies Meta<typeof PersonCardView>

export default meta
type Story = StoryObj<typeof meta>

export const Default: Story = {}
export const Dark: Story = { globals: { theme: 'dark' } }
export const Offline: Story = {
  args: {
    status: 'offline',
    seen: 'Last seen 5 minutes ago',
    statusText: undefined,
    activity: undefined,
    project: undefined,
  },
}
/** Nothing is known yet, which is not offline. */
export const Loading: Story = {
  args: { name: 'bo', status: undefined, statusText: undefined, activity: undefined, project: undefined },
}
/** Our own link is down: all of it is from before. */
export const Stale: Story = { args: { stale: true } }
export const Myself: Story = { args: { userId: 'ada', name: 'Ada Lovelace', self: true, status: 'invisible' } }
export const WithSessionsAndActions: Story = {
  args: {
    sessions: (
      <SessionListView
        sessions={[
          { sessionId: 'a', status: 'online', name: 'Computer', opened: 'Opened 2 hours ago' },
          { sessionId: 'b', status: 'away', name: 'Phone', opened: 'Opened yesterday 9:00' },
        ]}
      />
    ),
    children: (
      <button type="button" className="rc-trigger">
        Write a message
      </button>
    ),
  },
}
export const WithSessionsDark: Story = { ...WithSessionsAndActions, globals: { theme: 'dark' } }
export const LongText: Story = {
  args: {
    name: 'Wolfeschlegelsteinhausenbergerdorff the Elder of Philadelphia',
    statusText: 'Reviewing the migration of the billing database together with the platform team, back after lunch',
    project: 'https://example.com/projects/a-very-long-address-that-has-no-blanks-in-it',
  },
}
export const RightToLeft: Story = {
  args: { name: 'ليلى حداد', statusText: 'في مكالمة', activity: 'مراجعة', project: 'Q4', strings: ar },
  globals: { direction: 'rtl', locale: 'ar' },
}
