import type { ReactElement } from 'react'

const STEPS = [4, 8, 12, 16, 20, 24] as const
const RADII = [
  { label: 'tag, 6 px', radius: '6px' },
  { label: 'control, --rc-radius', radius: 'var(--rc-radius)' },
  { label: 'card, 12 px', radius: '12px' },
  { label: 'full', radius: '999px' },
] as const

/** Steps of four pixels, four radii, two heights of ground. */
export function Shapes(): ReactElement {
  return (
    <div className="column stretch">
      <h2>Spacing</h2>
      {STEPS.map((step) => (
        <span key={step} className="row">
          <code style={{ inlineSize: 48 }}>{step} px</code>
          <span className="bar" style={{ inlineSize: step * 4 }} />
        </span>
      ))}
      <h2>Radius</h2>
      <div className="row">
        {RADII.map(({ label, radius }) => (
          <span key={label} className="box" style={{ borderRadius: radius }}>
            {label}
          </span>
        ))}
      </div>
      <h2>Elevation</h2>
      <div className="row">
        <span className="box">a line: what lies on the page</span>
        <span className="box" style={{ boxShadow: 'var(--rc-shadow)' }}>
          --rc-shadow: what lies above it
        </span>
      </div>
    </div>
  )
}
