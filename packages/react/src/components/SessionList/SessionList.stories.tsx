import { SessionListView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { ar } from '../../strings/ar.ts'

const sessions = [
  { sessionId: 'a', status: 'online', self: true, name: 'Firefox on Linux', opened: 'Opened 5 minutes ago' },
  { sessionId: 'b', status: 'away', name: 'Phone', opened: 'Opened yesterday 9:00' },
  { sessionId: 'c', status: 'online', opened: 'Opened 2 hours ago' },
] as const

const meta = {
  title: 'Components/SessionList',
  component: SessionListView,
  args: { sessions },
} satisfies Meta<typeof SessionListView>

export default meta
type Story = StoryObj<typeof meta>

export const Default: Story = {}
/** The app's server ends them: `server.kick(sessionId)`. This very page has no button. */
export const Ending: Story = {
  args: { onEnd: fn() },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    canvas.getByRole('button', { name: 'End Phone' }).focus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect(args.onEnd).toHaveBeenCalledWith('c')
  },
}
/** Its connection is away, and it may come back within a minute. */
export const Held: Story = { args: { sessions: [sessions[0], { ...sessions[1], held: true }] } }
/** Offline: nobody of them is here. */
export const None: Story = { args: { sessions: [] } }
export const Dark: Story = { ...Ending, globals: { theme: 'dark' } }
export const RightToLeft: Story = {
  args: {
    onEnd: fn(),
    strings: ar,
    sessions: [
      { ...sessions[1], name: 'هاتف', opened: 'فُتحت قبل 5 دقائق' },
      { ...sessions[0], opened: 'فُتحت قبل ساعتين' },
    ],
  },
  globals: { direction: 'rtl', locale: 'ar' },
}
export const LongText: Story = {
  args: {
    onEnd: fn(),
    sessions: [{ ...sessions[1], name: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }],
  },
  decorators: [(Story) => <div style={{ inlineSize: 272 }}>{Story()}</div>],
}
