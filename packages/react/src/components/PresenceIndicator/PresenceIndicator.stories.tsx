import { defineStatuses } from '@rollcall/core'
import { AvatarView, doNotDisturb, PresenceIndicatorView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'

const meta = {
  title: 'Components/PresenceIndicator',
  component: PresenceIndicatorView,
  args: { status: 'online', size: 'md', label: 'visible' },
  argTypes: {
    status: { control: 'select', options: ['online', 'busy', 'away', 'offline', 'invisible', 'unknown'] },
    size: { control: 'select', options: ['xs', 'sm', 'md', 'lg'] },
    label: { control: 'inline-radio', options: ['hidden', 'visible', 'none'] },
  },
} satisfies Meta<typeof PresenceIndicatorView>

export default meta
type Story = StoryObj<typeof meta>

export const Playground: Story = {}
export const Online: Story = { args: { status: 'online' } }
export const Busy: Story = { args: { status: 'busy' } }
export const Away: Story = { args: { status: 'away' } }
export const Offline: Story = { args: { status: 'offline' } }
/** What you see of yourself; others receive `offline`. */
export const InvisibleSelf: Story = { args: { status: 'invisible', self: true } }
/** Before the first sync, or a status that nobody defined: never `offline`. */
export const Unknown: Story = { args: { status: 'a status of tomorrow' } }
/** Our own link is down: the last status stays, the line around it says so. */
export const Stale: Story = { args: { status: 'away', stale: { seconds: 12 } } }
export const Pulse: Story = { args: { pulse: true } }
export const Dark: Story = { globals: { theme: 'dark' } }

/** Without a word beside it the shape has a name of its own. */
export const NamedShape: Story = {
  args: { label: 'hidden' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('img', { name: 'Online' })).toBeVisible()
  },
}

const statuses = defineStatuses({ dnd: doNotDisturb, focusing: { label: 'Focusing' } })

/** An app's own: a diamond in the accent colour unless it says otherwise; `dnd` comes ready. */
export const CustomStatuses: Story = {
  args: { statuses },
  render: (args) => (
    <div className="column">
      <PresenceIndicatorView {...args} status="focusing" />
      <PresenceIndicatorView {...args} status="dnd" />
    </div>
  ),
}

export const Sizes: Story = {
  render: (args) => (
    <div className="column">
      {(['xs', 'sm', 'md', 'lg', 24] as const).map((size) => (
        <PresenceIndicatorView key={size} {...args} size={size} />
      ))}
    </div>
  ),
}

const face = <AvatarView userId="ada" name="Ada Lovelace" size={48} show="none" />

/** As a badge it stands on a halo of the surface: its contrast is with that, not with the picture. */
export const AsBadge: Story = {
  args: { label: 'hidden', status: 'away' },
  render: (args) => (
    <div className="row">
      {(['bottom-end', 'top-end', 'bottom-start', 'top-start'] as const).map((anchor) => (
        <PresenceIndicatorView key={anchor} {...args} anchor={anchor}>
          {face}
        </PresenceIndicatorView>
      ))}
    </div>
  ),
}

export const RightToLeft: Story = { ...AsBadge, globals: { direction: 'rtl' } }
