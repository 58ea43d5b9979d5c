import { StatusMenuView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'

const meta = {
  title: 'Components/StatusMenu',
  component: StatusMenuView,
  args: { status: 'online', onChoose: fn() },
} satisfies Meta<typeof StatusMenuView>

export default meta
type Story = StoryObj<typeof meta>

export const Online: Story = {}
export const Invisible: Story = { args: { status: 'invisible' } }
export const Disabled: Story = { args: { disabled: true } }

/** By keyboard alone: Enter opens on the chosen one, arrows move, Enter chooses and closes. */
export const Keyboard: Story = {
  args: { status: 'busy' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement)
    const button = canvas.getByRole('button', { name: 'My status: Busy' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.getByRole('menuitemradio', { name: 'Busy' })).toHaveFocus())
    await userEvent.keyboard('{End}')
    await expect(canvas.getByRole('menuitem', { name: 'Automatic' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(canvas.getByRole('menuitemradio', { name: 'Online' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect(args.onChoose).toHaveBeenCalledWith('away')
    await waitFor(() => expect(canvas.queryByRole('menu')).toBeNull())
    await expect(button).toHaveFocus()
  },
}

export const Open: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button'))
  },
}
export const Dark: Story = { ...Open, globals: { theme: 'dark' } }
