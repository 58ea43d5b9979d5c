import type { ReactElement } from 'react'

interface ChipFaceProps {
  readonly count: number
  /** A clock beside the number: it is from before our own link went down. */
  readonly stale: boolean
}

/** What a chip shows. */
export function ChipFace({ count, stale }: ChipFaceProps): ReactElement {
  return (
    <>
      {/* A sign and a number have no direction of their own and would turn around. */}
      <span dir="ltr">+{count}</span>
      {stale && (
        <svg
          data-slot="clock"
          viewBox="0 -8 16 16"
          width="1em"
          height="1em"
          fill="none"
          stroke="currentColor"
          aria-hidden
        >
          <circle cx="8" cy="0" r="6.5" strokeWidth="2" />
          <path d="M8-4v4h3" strokeWidth="2" />
        </svg>
      )}
    </>
  )
}
