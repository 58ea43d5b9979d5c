import { AvatarStackView, type StackPerson } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'

const people: readonly StackPerson[] = [
  { userId: 'bo', name: 'Bo Nyström', status: 'online' },
  { userId: 'ada', name: 'Ada Lovelace', status: 'online', isSelf: true },
  { userId: 'chidi', name: 'Chidi Anagonye', status: 'away' },
  { userId: 'dina', name: 'Dina Varga', status: 'busy' },
  { userId: 'emre', name: 'Emre Kaya', status: 'online' },
  { userId: 'fatima', name: 'Fatima Al-Fihriya bint Muhammad of Fez and Kairouan', status: 'away' },
]

const crowd: readonly StackPerson[] = Array.from({ length: 1000 }, (_, index) => ({
  userId: `person-${index}`,
  name: `Person ${index + 1}`,
  status: 'online',
}))

const meta = {
  title: 'Components/AvatarStack',
  component: AvatarStackView,
  args: { people, size: 40 },
} satisfies Meta<typeof AvatarStackView>

export default meta
type Story = StoryObj<typeof meta>

/** You first, then in order of entering; activity never moves a face. */
export const Four: Story = {
  play: async ({ canvasElement }) => {
    const list = within(canvasElement).getByRole('list', { name: '6 people here' })
    const faces = within(list).getAllByRole('img')
    await expect(faces[0]).toHaveAccessibleName('Ada Lovelace, online')
    await expect(faces).toHaveLength(3)
  },
}

/** By keyboard: Tab reaches the chip, Enter opens, Esc gives the focus back. */
export const WhoElse: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const chip = canvas.getByRole('button', { name: '+3 more people' })
    await userEvent.tab()
    await expect(chip).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    const dialog = canvas.getByRole('dialog', { name: '+3 more people' })
    await waitFor(() => expect(within(dialog).getByText('Dina Varga')).toBeVisible())
    await waitFor(() => expect(dialog).toHaveFocus())
    dialog.hidePopover()
    await waitFor(() => expect(chip).toHaveFocus())
  },
}

export const Everybody: Story = { args: { max: null } }
export const One: Story = { args: { people: people.slice(0, 1) } }
export const Nobody: Story = { args: { people: [], emptyLabel: 'Only you' } }
export const Loading: Story = { args: { people: people.slice(1, 2), loading: true } }
/** A thousand people: the list behind the chip is made when somebody asks for it. */
export const Crowd: Story = { args: { people: crowd, max: 6 } }
/** By keyboard to the last of a thousand, who is made when the focus gets there. */
export const CrowdByKeyboard: Story = {
  args: { people: crowd, max: 6, onSelect: () => {} },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    canvas.getByRole('button', { name: '+995 more people' }).click()
    const dialog = canvas.getByRole('dialog')
    const first = await waitFor(() => within(dialog).getByText('Person 6'))
    first.closest('button')?.focus()
    await userEvent.keyboard('{End}')
    await waitFor(() => expect(within(dialog).getByText('Person 1000').closest('button')).toHaveFocus())
    await expect(within(dialog).getAllByRole('button').length).toBeLessThan(60)
    dialog.hidePopover()
  },
}
/** Their names come with hover and with focus, and go with Esc. */
export const NamesOfTheRest: Story = {
  args: { overflow: 'tooltip' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await expect(canvas.getByRole('tooltip')).toHaveTextContent('Dina Varga')
  },
}
export const OwnOverflow: Story = { args: { overflow: (hidden) => <span>and {hidden.length} more</span> } }
/** Our own link is down: the same people, paler; nobody goes; the number has a clock. */
export const Stale: Story = { args: { stale: true } }
export const Badges: Story = { args: { gap: 6, max: null } }
export const Rings: Story = { args: { status: 'ring', max: null } }
export const RightToLeft: Story = { globals: { direction: 'rtl' } }
export const Dark: Story = { args: { max: 5 }, globals: { theme: 'dark' } }

export const Sizes: Story = {
  render: (args) => (
    <div className="column">
      {[20, 24, 32, 48, 64].map((size) => (
        <AvatarStackView key={size} {...args} size={size} />
      ))}
    </div>
  ),
}

const noop = (): void => {}

/** Faces that act: one tab stop, arrows within, and the chip is the last of them. */
export const Selectable: Story = {
  args: { onSelect: noop },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Ada Lovelace, online' })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}')
    const dialog = canvas.getByRole('dialog')
    await waitFor(() => expect(dialog).toHaveFocus())
    await expect(within(dialog).getAllByRole('button')).toHaveLength(3)
    dialog.hidePopover()
    await waitFor(() => expect(canvas.getByRole('button', { name: '+3 more people' })).toHaveFocus())
  },
}

/** Said goodbye a moment ago: without colour, then gone. */
export const Leaving: Story = {
  args: { people: people.map((person, index) => ({ ...person, isLeaving: index === 1 })), max: null },
}
export const Unavailable: Story = { args: { people: people.slice(1, 2), unavailable: true } }
