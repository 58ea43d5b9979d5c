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

const states = ['connecting', 'connected', 'reconnecting', 'disconnected', 'offline', 'failed'] as const

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

export const Dark: Story = { ...Pills, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...Pills, globals: { direction: 'rtl' } }

export const CountingDown: Story = { args: { state: 'reconnecting', attempt: 3, retryIn: 4 } }
export const Resumed: Story = { args: { state: 'restored', outcome: 'resumed' } }
export const Resynced: Story = { args: { state: 'restored', outcome: 'resynced' } }
export const SignInAgain: Story = { args: { state: 'failed', reason: 'token_expired', variant: 'banner' } }
