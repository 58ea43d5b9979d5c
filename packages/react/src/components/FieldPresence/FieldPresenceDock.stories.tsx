import { FieldPresenceDockView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'

const people = ['Bo Nyström', 'Chidi Anagonye', 'Dina Varga', 'Emre Kaya', 'Fatima Al-Fihriya'].map((name) => ({
  userId: name,
  name,
  field: document.body,
}))

/** People at fields that are scrolled out of view, at the edge behind which they are. */
const meta = {
  title: 'Components/FieldPresenceDock',
  component: FieldPresenceDockView,
  args: { above: people.slice(0, 1), below: people.slice(1, 3), style: { blockSize: 240, overflow: 'auto' } },
  argTypes: { children: { control: false } },
  render: (args) => (
    <FieldPresenceDockView {...args}>
      {Array.from({ length: 12 }, (_, index) => (
        <p key={index}>
          <input aria-label={`Item ${index + 1}`} defaultValue={`Item ${index + 1}`} />
        </p>
      ))}
    </FieldPresenceDockView>
  ),
} satisfies Meta<typeof FieldPresenceDockView>

export default meta
type Story = StoryObj<typeof meta>

export const BothEdges: Story = {}
export const Nobody: Story = { args: { above: [], below: [] } }

/** Three faces and a number, which says of how many. */
export const Many: Story = {
  args: { above: [], below: people },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('button', { name: /^Go to .*’s field$/ })).toHaveLength(3)
    await expect(canvas.getByRole('img', { name: '+2 more people' })).toBeVisible()
  },
}

export const RightToLeft: Story = { globals: { direction: 'rtl' } }
export const Dark: Story = { globals: { theme: 'dark' } }
export const ForcedColours: Story = { globals: { theme: 'forced' } }
