import tokens from '@rollcall/react/tokens.json'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'

interface TokensProps {
  /** Which ones, by the beginning of their name. */
  readonly prefix: string
}

/** What the stylesheet declares, read from the file that ships. */
function Tokens({ prefix }: TokensProps): ReactElement {
  const shown = Object.entries(tokens).filter(([name]) => name.startsWith(prefix))
  return (
    <table>
      <thead>
        <tr>
          {['Token', 'Swatch', 'Light', 'Dark'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td style={{ minInlineSize: 48, background: `var(${name})` }} aria-label={`Swatch of ${name}`} />
            <td>{typeof value === 'object' ? value.light : value}</td>
            <td>{typeof value === 'object' ? value.dark : value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const meta = { title: 'Foundations/Tokens', component: Tokens, args: { prefix: '--rc-' } } satisfies Meta<typeof Tokens>

export default meta
type Story = StoryObj<typeof meta>

export const All: Story = {}
/** Twelve hues, every 30 degrees, one lightness each for light and dark. */
export const PersonColours: Story = { args: { prefix: '--rc-person' } }
export const PersonColoursDark: Story = { ...PersonColours, globals: { theme: 'dark' } }
