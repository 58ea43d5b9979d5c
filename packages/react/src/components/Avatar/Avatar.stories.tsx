import { AvatarView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor, within } from 'storybook/test'

const meta = {
  title: 'Components/Avatar',
  component: AvatarView,
  args: { userId: 'ada', name: 'Ada Lovelace', status: 'online', size: 48 },
} satisfies Meta<typeof AvatarView>

export default meta
type Story = StoryObj<typeof meta>

/** A picture without a network: two colours and a circle. */
const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#c9d6e8"/><circle cx="32" cy="25" r="12" fill="#7a5c48"/><path d="M8 64a24 24 0 0 1 48 0Z" fill="#2f4a6d"/></svg>',
)}`

export const Initials: Story = {
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('img', { name: 'Ada Lovelace, online' })).toBeVisible()
  },
}
export const Picture: Story = { args: { picture, status: 'busy' } }

/** The initials stay where they were. */
export const BrokenPicture: Story = {
  args: { picture: 'data:image/png;base64,broken', status: 'away' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-image="error"]')).not.toBeVisible())
    await expect(within(canvasElement).getByText('AL')).toBeVisible()
  },
}

/** The picture loses its colour, the letters keep their contrast: nothing is dimmed. */
export const Offline: Story = {
  args: { status: 'offline' },
  render: (args) => (
    <div className="row">
      <AvatarView {...args} />
      <AvatarView {...args} picture={picture} />
    </div>
  ),
}

const everyStatus = ['online', 'busy', 'away', 'offline', 'invisible', 'unknown'] as const

export const Badges: Story = {
  render: (args) => (
    <div className="row">
      {everyStatus.map((status) => (
        <AvatarView key={status} {...args} userId={status} status={status} />
      ))}
    </div>
  ),
}

/** Where a badge would be covered: another line for each, not only another colour. */
export const Rings: Story = {
  render: (args) => (
    <div className="row">
      {everyStatus.map((status) => (
        <AvatarView key={status} {...args} userId={status} status={status} show="ring" />
      ))}
    </div>
  ),
}

export const Sizes: Story = {
  render: (args) => (
    <div className="row">
      {[20, 24, 32, 40, 48, 64].map((size) => (
        <AvatarView key={size} {...args} size={size} picture={size % 3 === 0 ? picture : undefined} />
      ))}
    </div>
  ),
}

const names = [
  'Ada Lovelace',
  'Bo',
  '山田太郎',
  'ليلى حداد',
  'דנה כהן',
  'Émile du Châtelet',
  '👩‍🚀 Cosmo',
  '—',
  'İlker Şahin',
]

/** Two letters, or the one that stands for a name in its script; a figure where there is none. */
export const Names: Story = {
  render: (args) => (
    <div className="row">
      {names.map((name) => (
        <AvatarView key={name} {...args} userId={name} name={name} />
      ))}
    </div>
  ),
}

export const RightToLeft: Story = { ...Badges, globals: { direction: 'rtl' } }
export const Dark: Story = { ...Names, globals: { theme: 'dark' } }
