import { PresenceIndicatorView } from '@rollcall/react'
import { type ReactElement, useLayoutEffect, useRef, useState } from 'react'
import { contrast } from './contrast.ts'
import { shownStatuses, statuses } from './shownStatuses.ts'

interface Measured {
  readonly graphic: number
  readonly word: number
}

function measure(row: HTMLElement, surface: string): Measured {
  const colourOf = (selector: string): string => {
    const element = row.querySelector(selector)
    return element === null ? surface : getComputedStyle(element).color
  }
  return { graphic: contrast(colourOf('.rc-glyph'), surface), word: contrast(colourOf('[data-slot="label"]'), surface) }
}

const enough = (value: number, least: number): string => `${value.toFixed(2)} ${value >= least ? '✓' : '✗'}`

function Panel({ theme }: { readonly theme: 'light' | 'dark' }): ReactElement {
  const panel = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState<readonly Measured[]>([])
  useLayoutEffect(() => {
    const ground = panel.current
    if (ground === null) return
    const surface = getComputedStyle(ground).backgroundColor
    // oxlint-disable-next-line react/set-state-in-effect -- a colour is known once it is on the page
    setMeasured([...ground.querySelectorAll<HTMLElement>('tbody tr')].map((row) => measure(row, surface)))
  }, [])
  return (
    <div ref={panel} className="panel" data-theme={theme}>
      <table>
        <caption>{theme === 'light' ? 'Light' : 'Dark'}</caption>
        <thead>
          <tr>
            {['Status', 'Graphic', 'Word'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownStatuses.map((status, index) => {
            const { graphic = 0, word = 0 } = measured[index] ?? {}
            return (
              <tr key={status}>
                <th scope="row">
                  <PresenceIndicatorView {...{ status, statuses }} label="visible" style={{ transition: 'none' }} />
                </th>
                <td>{enough(graphic, 3)}</td>
                <td>{enough(word, 4.5)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Graphic and word of each status against the surface, as the browser has computed them. */
export function Contrasts(): ReactElement {
  return (
    <div className="row top">
      <Panel theme="light" />
      <Panel theme="dark" />
    </div>
  )
}
