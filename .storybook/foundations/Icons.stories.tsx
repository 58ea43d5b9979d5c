import { AvatarView, ConnectionStatusView, PresenceIndicatorView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { shownStatuses, statuses } from './shownStatuses.ts'

const states = ['connecting', 'connected', 'reconnecting', 'offline', 'failed', 'closed'] as const

/** Every sign that the kit draws. */
function Icons(): ReactElement {
  return (
    <div className="column">
      <h2>Statuses</h2>
      <div className="signs">
        {shownStatuses.map((status) => (
          <PresenceIndicatorView key={status} {...{ status, statuses }} size={24} label="visible" />
        ))}
      </div>
      <h2>Connection</h2>
      <div className="signs">
        {states.map((state) => (
          <span key={state} className="row">
            <ConnectionStatusView state={state} variant="icon" /> {state}
          </span>
        ))}
      </div>
      <h2>Somebody without a name</h2>
      <AvatarView userId="somebody" name="" label="none" size={40} />
    </div>
  )
}

const meta = { title: 'Foundations/Icons', component: Icons, tags: ['!autodocs'] } satisfies Meta<typeof Icons>

export default meta
type Story = StoryObj<typeof meta>

export const All: Story = {}
export const Dark: Story = { globals: { theme: 'dark' } }
