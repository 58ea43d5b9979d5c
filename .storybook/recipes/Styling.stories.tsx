import tokens from '@rollcall/react/tokens.json'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { expect } from 'storybook/test'
import { exampleCode } from '../page/exampleCode.ts'
import { Sample } from './Sample.tsx'

interface StyledProps {
  /** CSS of the recipe; its `:root` is the sample. */
  readonly file: string
  /** What the app’s own theme sets. */
  readonly theme?: string
}

function Styled({ file, theme = '' }: StyledProps): ReactElement {
  return (
    <div className="styled">
      <style>{`@scope (.styled) { ${theme} ${exampleCode(file).replaceAll(':root', ':scope')} }`}</style>
      <Sample />
    </div>
  )
}

const meta = {
  title: 'Recipes/Tailwind and shadcn',
  component: Styled,
  tags: ['!autodocs'],
  args: { file: 'brand.css' },
} satisfies Meta<typeof Styled>

export default meta
type Story = StoryObj<typeof meta>

/** Stone and orange, as shadcn’s theme has them. */
const SHADCN = `:scope {
  --background: light-dark(#fff, #1c1917); --foreground: light-dark(#1c1917, #fafaf9);
  --primary: light-dark(#9a3412, #fdba74); --primary-foreground: light-dark(#fff, #1c1917);
  --muted: light-dark(#f5f5f4, #292524); --muted-foreground: light-dark(#57534e, #d6d3d1);
  --border: light-dark(#e7e5e4, #44403c); --input: light-dark(#a8a29e, #78716c); --radius: 10px;
}`

export const Brand: Story = {}
export const BrandDark: Story = { globals: { theme: 'dark' } }
export const Shadcn: Story = { args: { file: 'shadcn.css', theme: SHADCN } }
export const ShadcnDark: Story = { ...Shadcn, globals: { theme: 'dark' } }

/** No recipe names a token that the stylesheet does not declare. */
export const NamesAreTrue: Story = {
  play: async () => {
    for (const file of ['brand.css', 'shadcn.css', 'tailwind.css']) {
      const named = exampleCode(file).match(/--rc-[\w-]+/g) ?? []
      await expect(named.length).toBeGreaterThan(0)
      await expect(Object.keys(tokens)).toEqual(expect.arrayContaining(named))
    }
  },
}
