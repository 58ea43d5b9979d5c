import type { Meta, StoryObj } from '@storybook/react-vite'
import { Board } from './Board.tsx'

/** Every state on one page for each theme: to be looked at, and compared. No network, no clock, no chance. */
const meta = { title: 'Internal/Board', component: Board, tags: ['visual', '!autodocs'] } satisfies Meta<typeof Board>

export default meta
type Story = StoryObj<typeof meta>

export const Light: Story = {}
export const Dark: Story = { globals: { theme: 'dark' } }
export const ForcedColours: Story = { globals: { theme: 'forced' } }
export const MoreContrast: Story = { globals: { theme: 'contrast' } }
export const RightToLeft: Story = { globals: { locale: 'ar' } }
export const Pseudo: Story = { globals: { locale: 'en-XA' } }
