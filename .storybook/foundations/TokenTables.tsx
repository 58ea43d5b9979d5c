import tokens from '@rollcall/react/tokens.json'
import type { ReactElement } from 'react'

type Value = string | { readonly light: string; readonly dark: string }

const groups: readonly { readonly title: string; readonly names: RegExp }[] = [
  { title: 'Surfaces and lines', names: /^--rc-(bg|surface|sunken|border)/ },
  { title: 'Text and accent', names: /^--rc-(text|accent|on-accent)/ },
  { title: 'Tones', names: /^--rc-(positive|negative|warning|neutral)/ },
  { title: 'People', names: /^--rc-(person|on-person)/ },
  { title: 'Shape and type', names: /^--rc-(font|radius|density|shadow)/ },
  { title: 'Motion', names: /^--rc-motion/ },
]

function Swatch({ colour }: { readonly colour: string }): ReactElement {
  return <span className="swatch" style={{ background: colour }} aria-hidden />
}

function Copy({ name }: { readonly name: string }): ReactElement {
  const text = `var(${name})`
  return (
    <button type="button" aria-label={`Copy ${text}`} onClick={() => void navigator.clipboard.writeText(text)}>
      Copy
    </button>
  )
}

function Row({ name, value }: { readonly name: string; readonly value: Value }): ReactElement {
  const values = typeof value === 'string' ? [value, ''] : [value.light, value.dark]
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      {values.map((text, index) => (
        <td key={index}>
          {typeof value === 'object' && <Swatch colour={text} />}
          <code>{text}</code>
        </td>
      ))}
      <td>
        <Copy name={name} />
      </td>
    </tr>
  )
}

/** Every token of the stylesheet, by what it is for. */
export function TokenTables(): ReactElement {
  const all = Object.entries<Value>(tokens)
  return (
    <div className="column">
      {groups.map(({ title, names }) => (
        <table key={title} className="tokens">
          <caption>{title}</caption>
          <thead>
            <tr>
              {['Token', 'Light', 'Dark', 'Copy'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all
              .filter(([name]) => names.test(name))
              .map(([name, value]) => (
                <Row key={name} {...{ name, value }} />
              ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
