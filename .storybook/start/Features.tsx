import type { ReactElement } from 'react'
import { PageGround } from '../page/PageGround.tsx'

interface Feature {
  readonly name: string
  readonly use: string
  readonly without: string
  readonly isHere: () => boolean
}

const features: readonly Feature[] = [
  {
    name: 'light-dark()',
    use: 'every colour',
    without: 'lower it, or set the tokens yourself',
    isHere: () => CSS.supports('color', 'light-dark(#000, #fff)'),
  },
  {
    name: '@layer',
    use: 'your styles win',
    without: 'styles.unlayered.css',
    isHere: () => 'CSSLayerBlockRule' in window,
  },
  {
    name: 'popover',
    use: 'the menu, "+4"',
    without: 'their content shows in place',
    isHere: () => 'popover' in HTMLElement.prototype,
  },
  {
    name: 'color-mix()',
    use: 'soft shades',
    without: 'those are missing',
    isHere: () => CSS.supports('color', 'color-mix(in srgb, #000 50%, #fff)'),
  },
  {
    name: 'Intl.Segmenter',
    use: 'initials',
    without: 'code points',
    isHere: () => 'Segmenter' in Intl,
  },
  {
    name: 'Web Locks',
    use: 'noticing at once that a tab crashed, between tabs',
    without: 'it is noticed by its silence',
    isHere: () => 'locks' in navigator,
  },
]

/** What the kit stands on, and whether the browser that shows this page has it. */
export function Features(): ReactElement {
  return (
    <PageGround>
      <table>
        <thead>
          <tr>
            {['Feature', 'For', 'Without it', 'This browser'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {features.map(({ name, use, without, isHere }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{use}</td>
              <td>{without}</td>
              <td>{isHere() ? 'has it' : 'lacks it'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PageGround>
  )
}
