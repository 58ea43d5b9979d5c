import { FieldPresenceView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'

const people = [
  { userId: 'bo', name: 'Bo Nyström' },
  { userId: 'chidi', name: 'Chidi Anagonye' },
  { userId: 'dina', name: 'Dina Varga' },
  { userId: 'emre', name: 'Emre Kaya' },
  { userId: 'fatima', name: 'Fatima Al-Fihriya' },
  { userId: 'goran', name: 'Goran Petrović' },
  { userId: 'hanna', name: 'Hanna Weiß' },
]

const meta = {
  title: 'Components/FieldPresence',
  component: FieldPresenceView,
  args: { people: people.slice(0, 1), variant: 'all', descriptionId: 'who' },
  render: ({ children = <input id="title" defaultValue="Q4 planning" aria-describedby="who" />, ...args }) => (
    <div style={{ display: 'grid', gap: 12, maxInlineSize: 360 }}>
      <label htmlFor="title">Title</label>
      <FieldPresenceView {...args}>{children}</FieldPresenceView>
    </div>
  ),
} satisfies Meta<typeof FieldPresenceView>

export default meta
type Story = StoryObj<typeof meta>

export const Nobody: Story = { args: { people: [], descriptionId: undefined } }
export const One: Story = {}
export const Three: Story = { args: { people: people.slice(0, 3) } }
/** Three faces and a number; the sentence names them all. */
export const Seven: Story = {
  args: { people },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('+4')).toBeVisible()
    await expect(
      canvas.getByText(/^Bo Nyström, Chidi Anagonye, .* and Hanna Weiß are editing this field$/),
    ).toBeVisible()
  },
}
export const RingOnly: Story = { args: { variant: 'ring' } }
export const FacesOnly: Story = { args: { variant: 'avatars' } }
export const SentenceOnly: Story = { args: { variant: 'hint' } }
/** What is left out: nothing on the page moves when somebody comes. */
export const Quiet: Story = { args: { variant: undefined } }

export const Corners: Story = {
  render: (args) => (
    <div style={{ display: 'grid', gap: 24, maxInlineSize: 360 }}>
      {(['top-start', 'top-end', 'bottom-start', 'bottom-end'] as const).map((placement) => (
        <FieldPresenceView key={placement} {...args} placement={placement} descriptionId={undefined}>
          <input aria-label={placement} defaultValue={placement} />
        </FieldPresenceView>
      ))}
    </div>
  ),
}

/** Still there, and has done nothing for a minute. */
export const IdleHolder: Story = { args: { mode: 'hard-lock', idle: true, onTakeOver: () => {} } }
/** The value stays readable; whose it is stands below it, whatever the variant. */
export const Locked: Story = {
  args: {
    mode: 'hard-lock',
    variant: 'ring',
    children: <input id="title" readOnly aria-disabled defaultValue="Q4 planning" />,
  },
}
export const SoftLocked: Story = { args: { mode: 'soft-lock' } }
/** The one it was taken from is still there, idle, and locks no more. */
export const TakenOver: Story = { args: { mode: 'inform', idle: true } }
/** Our own link is down: what we know of them is from before. */
export const Stale: Story = { args: { people: people.slice(0, 3), mode: 'hard-lock', stale: true } }

export const NestedPath: Story = {
  render: (args) => (
    <fieldset style={{ display: 'grid', gap: 16, maxInlineSize: 360 }}>
      <legend>Items</legend>
      {[0, 1, 2].map((index) => (
        <FieldPresenceView key={index} {...args} people={index === 1 ? args.people : []} variant={undefined}>
          <input name={`items.${index}.title`} aria-label={`Title of item ${index + 1}`} />
        </FieldPresenceView>
      ))}
    </fieldset>
  ),
}

export const Textarea: Story = {
  args: { children: <textarea id="title" rows={4} defaultValue="Four lines of text" /> },
}
export const Checkbox: Story = {
  args: { children: <input id="title" type="checkbox" defaultChecked style={{ minBlockSize: 0 }} /> },
}
export const Select: Story = {
  args: {
    children: (
      <select id="title">
        <option>Draft</option>
        <option>Published</option>
      </select>
    ),
  },
}
export const Combobox: Story = {
  args: {
    children: <input id="title" role="combobox" aria-expanded="false" aria-controls="none" defaultValue="Oslo" />,
  },
}

export const RightToLeft: Story = { args: { people }, globals: { direction: 'rtl' } }
export const Narrow: Story = {
  args: { people },
  decorators: [(Story) => <div style={{ inlineSize: 320 - 48 }}>{Story()}</div>],
}
export const Dark: Story = {
  args: { people, mode: 'soft-lock', idle: true, onTakeOver: () => {} },
  globals: { theme: 'dark' },
}

export const ForcedColours: Story = { args: { people }, globals: { theme: 'forced' } }

/** Named by what it does, and after the field in the order of Tab. */
export const TakeOver: Story = {
  ...IdleHolder,
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await expect(canvas.getByRole('textbox')).toHaveFocus()
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Take over' })).toHaveFocus()
  },
}
