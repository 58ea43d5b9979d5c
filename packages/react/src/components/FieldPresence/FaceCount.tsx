import type { CSSProperties, ReactElement } from 'react'

interface FaceCountProps {
  readonly count: number
  /** px. */
  readonly size: number
  /** Its name; without one it is decoration. */
  readonly label?: string | undefined
}

/** "+4": a face that stands for several. */
export function FaceCount({ count, size, label }: FaceCountProps): ReactElement {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  // React's type of a style knows no custom properties.
  const look = { '--rc-avatar-size': `${size}px`, '--rc-avatar-bg': 'var(--rc-text-muted)' } as CSSProperties
  return (
    <span className="rc-avatar" {...name} style={look}>
      {/* A sign and a number have no direction of their own and would turn around. */}
      <span data-slot="face" dir="ltr">
        +{count}
      </span>
    </span>
  )
}
