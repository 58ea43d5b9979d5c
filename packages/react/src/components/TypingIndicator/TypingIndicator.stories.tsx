import { TypingIndicatorView, type TypingPerson } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { CSSProperties } from 'react'
import { expect, waitFor } from 'storybook/test'

const names = ['Ann', 'Bo', 'Chidi', 'Dina', 'Emre', 'Fatima']
const typing = (count: number): readonly TypingPerson[] =>
  names.slice(0, count).map((name) => ({ userId: name.toLowerCase(), name }))

const meta = {
  title: 'Components/TypingIndicator',
  component: TypingIndicatorView,
  args: { people: typing(1) },
} satisfies Meta<typeof TypingIndicatorView>

export default meta
type Story = StoryObj<typeof meta>

export const One: Story = {}
export const Two: Story = { args: { people: typing(2) } }
export const Four: Story = { args: { people: typing(4) } }
export const Several: Story = { args: { people: typing(6) } }
export const Someone: Story = { args: { people: [{ userId: 'guest' }] } }
export const Bubble: Story = { args: { variant: 'bubble' } }
export const Dots: Story = { args: { variant: 'dots' } }
export const Avatars: Story = { args: { variant: 'avatars', people: typing(4) } }
export const Dark: Story = { args: { people: typing(4) }, globals: { theme: 'dark' } }

/** A name of another script does not turn the sentence around. */
export const MixedScripts: Story = { args: { people: [{ userId: '1', name: 'ليلى حداد' }, ...typing(1)] } }
export const RightToLeft: Story = { args: { people: typing(2) }, globals: { direction: 'rtl' } }

export const LongNames: Story = {
  args: { people: [{ userId: '1', name: 'Fatima Al-Fihriya bint Muhammad of Fez' }, ...typing(3)] },
  decorators: [(Story) => <div style={{ inlineSize: 220 }}>{Story()}</div>],
}

/** The box is there before anybody types: nothing below it moves. */
export const Reserved: Story = {
  args: { people: [] },
  render: (args) => (
    <div className="row">
      <div className="card" data-testid="idle">
        <TypingIndicatorView {...args} />
        <p className="caption">below</p>
      </div>
      <div className="card" data-testid="typing">
        <TypingIndicatorView {...args} people={typing(2)} />
        <p className="caption">below</p>
      </div>
    </div>
  ),
  play: async ({ canvas }) => {
    const height = (id: string): number => canvas.getByTestId(id).offsetHeight
    await expect(height('typing')).toBe(height('idle'))
  },
}

/** Dots end after three rounds, under 5 s, and stand as an ellipsis until others type (WCAG 2.2.2). */
export const Resting: Story = {
  args: { style: { '--rc-typing-duration': '60ms' } as CSSProperties },
  play: async ({ canvasElement }) => {
    const dots = canvasElement.querySelector('[data-slot="dots"]')
    await waitFor(() => expect(dots).toHaveAttribute('data-resting'))
    await expect(dots?.getAnimations({ subtree: true })).toHaveLength(0)
  },
}
