import { ConnectionStatusView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { fn } from 'storybook/test'

const meta = {
  title: 'Components/ConnectionStatus',
  component: ConnectionStatusView,
  args: { state: 'connected', latency: 24, onRetry: fn() },
} satisfies Meta<typeof ConnectionStatusView>

export default meta
type Story = StoryObj<typeof meta>

const states = [
  'connecting',
  'connected',
  'reconnecting',
  'offline',
  'resumed',
  'resynced',
  'failed',
  'closed',
] as const

export const Playground: Story = {}

export const Pills: Story = {
  render: (args) => (
    <div className="column">
      {states.map((state) => (
        <ConnectionStatusView key={state} {...args} state={state} />
      ))}
    </div>
  ),
}

export const Banners: Story = {
  render: (args) => (
    <div className="column" style={{ alignItems: 'stretch' }}>
      {states.map((state) => (
        <ConnectionStatusView key={state} {...args} state={state} variant="banner" />
      ))}
    </div>
  ),
}

export const Icons: Story = {
  render: (args) => (
    <div className="row">
      {states.map((state) => (
        <ConnectionStatusView key={state} {...args} state={state} variant="icon" />
      ))}
    </div>
  ),
}

const reasons = [
  'unauthenticated',
  'forbidden',
  'limit_exceeded',
  'unsupported_version',
  'session_replaced',
  'internal',
]

export const Failures: Story = {
  args: { state: 'failed', onSignIn: fn() },
  render: (args) => (
    <div className="column">
      {reasons.map((reason) => (
        <ConnectionStatusView key={reason} {...args} reason={reason} />
      ))}
    </div>
  ),
}

export const Dark: Story = { ...Pills, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...Pills, globals: { direction: 'rtl' } }

/** Nothing to say yet: the place is kept. */
export const Idle: Story = { args: { state: 'idle' } }
export const Connecting: Story = { args: { state: 'connecting' } }
export const Connected: Story = { args: { latency: 186 } }
export const HiddenWhenConnected: Story = { args: { hideWhenConnected: true } }
export const CountingDown: Story = { args: { state: 'reconnecting', attempt: 3, retryIn: 4 } }
export const ChangesWaiting: Story = { args: { state: 'reconnecting', attempt: 3, retryIn: 4, queued: 2 } }
export const Offline: Story = { args: { state: 'offline', queued: 1 } }
export const Resumed: Story = { args: { state: 'resumed' } }
export const Resynced: Story = { args: { state: 'resynced' } }
export const Failed: Story = { args: { state: 'failed', reason: 'internal' } }
export const SignInAgain: Story = {
  args: { state: 'failed', reason: 'token_revoked', variant: 'banner', onSignIn: fn() },
}
export const Closed: Story = { args: { state: 'closed' } }

/** 320 px: what does not fit goes to the next line. */
export const Narrow: Story = {
  ...ChangesWaiting,
  decorators: [(Story) => <div style={{ inlineSize: 240 }}>{Story()}</div>],
}
