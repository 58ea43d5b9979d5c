/** The silhouettes on a grid of 16: what tells statuses apart without colour, from 8 px up. */
import type { ReactElement } from 'react'
import type { StatusShape } from '../../format/describeStatus.ts'

const ring = { cx: 8, cy: 8, r: 6.4, fill: 'none', stroke: 'currentColor', strokeWidth: 3.2 }

const shapes: Readonly<Record<StatusShape, ReactElement>> = {
  disc: <circle cx="8" cy="8" r="8" />,
  square: <rect x="1" y="1" width="14" height="14" rx="3" />,
  // A disc of 8 less one of 5.4: a thinner moon vanishes at 8 px.
  crescent: <path d="M8.54.02A5.4 5.4 0 1 0 15.98 7.46 8 8 0 1 1 8.54.02Z" />,
  ring: <circle {...ring} />,
  // Four pieces of 6.05 on a circumference of 40.21, gaps at the compass points, where pixels keep them sharp.
  'broken-ring': <circle {...ring} strokeDasharray="6.05 4" strokeDashoffset="-2" />,
  'slashed-ring': (
    <g fill="none" stroke="currentColor" strokeWidth="2.4">
      <circle cx="8" cy="8" r="6.8" />
      <path d="m3.2 3.2 9.6 9.6" />
    </g>
  ),
  diamond: <rect x="2.4" y="2.4" width="11.2" height="11.2" rx="1.2" transform="rotate(45 8 8)" />,
  'barred-disc': <path fillRule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0ZM4 6.4h8v3.2H4z" />,
}

/** Drawn in `currentColor`, so that forced colours keep it visible; says nothing by itself. */
export function StatusGlyph({ shape }: { readonly shape: StatusShape }): ReactElement {
  return (
    <svg className="rc-glyph" viewBox="0 0 16 16" fill="currentColor" aria-hidden focusable="false">
      {shapes[shape]}
    </svg>
  )
}
