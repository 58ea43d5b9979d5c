import { FieldPresenceView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'

const people = [
  { userId: 'bo', name: 'Bo Nyström' },
  { userId: 'chidi', name: 'Chidi Anagonye' },
  { userId: 'dina', name: 'Dina Varga' },
  { userId: 'emre', name: 'Emre Kaya' },
]

const meta = {
  title: 'Components/FieldPresence',
  component: FieldPresenceView,
  args: { people: people.slice(0, 1), hint: 'visible', descriptionId: 'who', children: null },
  render: (args) => (
    <div style={{ maxInlineSize: 360 }}>
      <label htmlFor="title">Title</label>
      <FieldPresenceView {...args}>
        <input id="title" defaultValue="Q4 planning" aria-describedby={args.descriptionId} />
      </FieldPresenceView>
    </div>
  ),
} satisfies Meta<typeof FieldPresenceView>

export default meta
type Story = StoryObj<typeof meta>

export const One: Story = {}
export const Four: Story = { args: { people } }
export const Nobody: Story = { args: { people: [], descriptionId: undefined } }
export const RightToLeft: Story = { globals: { direction: 'rtl' } }
export const Dark: Story = { args: { people }, globals: { theme: 'dark' } }
/** The value stays readable; a button after the field, once its holder is idle. */
export const Locked: Story = { args: { mode: 'hard-lock' } }
export const TakeOver: Story = { args: { mode: 'hard-lock', idle: true, onTakeOver: () => {} } }
export const Stale: Story = { args: { stale: true } }
