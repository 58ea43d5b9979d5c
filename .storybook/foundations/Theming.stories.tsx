import type { Meta, StoryObj } from '@storybook/react-vite'
import { type CSSProperties, type ReactElement, useState } from 'react'
import { CodeText } from '../page/CodeText.tsx'
import { Sample } from '../recipes/Sample.tsx'

const variables = [
  { name: '--rc-accent', kind: 'color', value: '#0f766e' },
  { name: '--rc-surface', kind: 'color', value: '#ffffff' },
  { name: '--rc-text', kind: 'color', value: '#10201e' },
  { name: '--rc-text-muted', kind: 'color', value: '#4b635f' },
  { name: '--rc-border', kind: 'color', value: '#d5e3e0' },
  { name: '--rc-radius', kind: 'text', value: '4px' },
  { name: '--rc-font', kind: 'text', value: 'Georgia, serif' },
  { name: '--rc-density', kind: 'text', value: '1.25' },
] as const

/** Eight fields, and a sample that follows them. */
function Brand(): ReactElement {
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(variables.map(({ name, value }) => [name, value])),
  )
  const lines = Object.entries(values).map(([name, value]) => `  ${name}: ${value};`)
  // Custom properties are styles; React’s type of a style does not know their names.
  const style = { ...values, fontFamily: 'var(--rc-font)' } as CSSProperties
  return (
    <div className="column stretch">
      <div className="signs">
        {variables.map(({ name, kind }) => (
          <label key={name} className="variable">
            <code>{name}</code>
            <input
              type={kind}
              value={values[name]}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <div style={style}>
        <Sample />
      </div>
      <CodeText code={`:root {\n${lines.join('\n')}\n}`} />
    </div>
  )
}

const meta = { title: 'Foundations/Theming', component: Brand, tags: ['!autodocs'] } satisfies Meta<typeof Brand>

export default meta
type Story = StoryObj<typeof meta>

export const EightVariables: Story = {}
