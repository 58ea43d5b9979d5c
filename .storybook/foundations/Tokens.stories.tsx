import tokens from '@rollcall/react/tokens.json'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { PersonColours } from './PersonColours.tsx'
import { Shapes } from './Shapes.tsx'
import { TokenTables } from './TokenTables.tsx'

/** What the stylesheet declares, read from the file that ships. */
const meta = {
  title: 'Foundations/Tokens',
  component: TokenTables,
  tags: ['!autodocs'],
} satisfies Meta<typeof TokenTables>

export default meta
type Story = StoryObj<typeof meta>

/** All of them: a token that stands in no group would be missed here. */
export const All: Story = {
  play: async ({ canvasElement }) => {
    const rows = within(canvasElement).getAllByRole('button', { name: /^Copy var/ })
    await expect(rows).toHaveLength(Object.keys(tokens).length)
  },
}
/** Twelve hues, every 30 degrees, one lightness each for light and dark. */
export const PersonHues: Story = { render: () => <PersonColours /> }
export const SpacingRadiusElevation: Story = { render: () => <Shapes /> }
