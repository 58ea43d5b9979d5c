import { defineStatuses } from '@rollcall/core'
import { doNotDisturb, StatusFormView, StatusMenuView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { ar } from '../../strings/ar.ts'

const expiries = ['Do not clear', '30 minutes · until 14:30', 'Until 16:00', 'Today'].map((label) => ({
  id: label,
  label,
}))

const meta = {
  title: 'Components/StatusMenu',
  component: StatusMenuView,
  args: {
    status: 'busy',
    onChoose: fn(),
    form: (close) => <StatusFormView expiries={expiries} onSave={close} onClear={close} />,
  },
} satisfies Meta<typeof StatusMenuView>

export default meta
type Story = StoryObj<typeof meta>

export const Online: Story = { args: { status: 'online' } }
/** Activity says the status: "Automatic" bears the mark. */
export const ByActivity: Story = { args: { status: 'away', chosen: 'auto' } }
export const WithWords: Story = { args: { text: 'In a call', until: 'until 16:00' } }
/** The end has come: activity says the status again, and the words are gone. */
export const Expired: Story = { args: { status: 'online', chosen: 'auto' } }
/** What nobody sees is not shown; why is. */
export const Invisible: Story = { args: { status: 'invisible', text: 'In a call', until: 'until 16:00' } }
/** The link is down: the choice stands here, and goes out when it is back. */
export const Offline: Story = { args: { pending: 'waiting', text: 'In a call' } }
/** The server would not have it: the last good one stays. */
export const Refused: Story = { args: { text: 'In a call', refusal: 'unable to take the frame; too many of them' } }
export const Disabled: Story = { args: { disabled: true } }

const LONG = 'Reviewing the migration of the billing database together with the platform team, back after lunch'
export const LongText: Story = {
  args: { text: LONG, until: 'until Thursday 16:00' },
  decorators: [(Story) => <div style={{ inlineSize: 272 }}>{Story()}</div>],
}

const openMenu: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await userEvent.click(within(canvasElement).getByRole('button'))
  await waitFor(() => expect(within(canvasElement).getByRole('menu')).toBeVisible())
}
const openForm: NonNullable<Story['play']> = async (context) => {
  await openMenu(context)
  await userEvent.keyboard('{End}{Enter}')
  await waitFor(() => expect(within(context.canvasElement).getByRole('textbox')).toHaveFocus())
}

export const Open: Story = { play: openMenu }
export const OpenDark: Story = { ...Open, globals: { theme: 'dark' } }
export const OpenRightToLeft: Story = {
  args: { strings: ar, text: 'في مكالمة', until: 'حتى 16:00' },
  globals: { direction: 'rtl', locale: 'ar' },
  play: openMenu,
}
export const CustomStatuses: Story = {
  args: { statuses: defineStatuses({ dnd: doNotDisturb, focusing: { label: 'Focusing' } }), status: 'focusing' },
  play: openMenu,
}
export const Writing: Story = { play: openForm }
export const WritingDark: Story = { ...Writing, globals: { theme: 'dark' } }
/** Nothing is cut: the limit is named, and nothing is saved until it fits. */
export const TooLong: Story = {
  play: async (context) => {
    await openForm(context)
    const canvas = within(context.canvasElement)
    await userEvent.paste('x'.repeat(141))
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('textbox')).toHaveAccessibleDescription(/At most 140 characters/)
    await expect(canvas.getByRole('dialog')).toBeVisible()
  },
}

/** By keyboard alone: keys of APG, in a browser, where the platform opens and closes it. */
export const Keyboard: Story = {
  decorators: [
    (Story) => (
      <>
        {Story()} <input aria-label="What comes after" />
      </>
    ),
  ],
  play: async ({ canvasElement, args, step }) => {
    const canvas = within(canvasElement)
    const button = canvas.getByRole('button', { name: 'My status: Busy' })
    const closed = () => waitFor(() => expect(canvas.queryByRole('menu')).toBeNull())
    const focused = (name: string) => waitFor(() => expect(canvas.getByRole('menuitemradio', { name })).toHaveFocus())
    button.focus()
    await step('Enter and Space open it on what is chosen', async () => {
      for (const key of ['{Enter}', ' ']) {
        await userEvent.keyboard(key)
        await focused('Busy')
        await expect(button).toHaveAttribute('aria-expanded', 'true')
        await userEvent.keyboard('{Escape}')
        await closed()
        await expect(button).toHaveFocus()
      }
    })
    await step('Down opens on the first, Up on the last, and both go around', async () => {
      await userEvent.keyboard('{ArrowDown}')
      await focused('Automatic')
      await userEvent.keyboard('{ArrowUp}{ArrowUp}')
      await focused('Invisible – others see you offline')
      await userEvent.keyboard('{Escape}{ArrowUp}{ArrowDown}')
      await focused('Automatic')
    })
    await step('letters, Home and End', async () => {
      await userEvent.keyboard('aw')
      await focused('Away')
      await userEvent.keyboard('{Home}')
      await focused('Automatic')
      await userEvent.keyboard('{End}')
      await expect(canvas.getByRole('menuitem')).toHaveFocus()
    })
    await step('Tab closes it and goes on from the button', async () => {
      await userEvent.tab()
      await closed()
      await expect(canvas.getByLabelText('What comes after')).toHaveFocus()
      button.focus()
    })
    await step('Enter chooses, closes, and gives the focus back', async () => {
      await userEvent.keyboard('{Enter}{ArrowUp}{Enter}')
      await expect(args.onChoose).toHaveBeenCalledWith('away')
      await closed()
      await expect(button).toHaveFocus()
    })
    await step('the form is a dialog beside it; Esc leads back to the button', async () => {
      await userEvent.keyboard('{ArrowUp}{Enter}')
      await waitFor(() => expect(canvas.getByRole('textbox', { name: 'What are you doing?' })).toHaveFocus())
      await expect(canvas.queryByRole('menu')).toBeNull()
      await userEvent.keyboard('{Escape}')
      await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
      await expect(button).toHaveFocus()
    })
  },
}
