import type { ReactElement } from 'react'

/** Around and around: activity says it. */
export const ROUND = 'M14 8a6 6 0 1 1-2-4.5M14 1v4h-4'
export const PEN = 'm2 14 1-4 8-8 3 3-8 8z'

/** A sign before an entry that is no status, as large as the shapes of those that are. */
export function MenuGlyph({ path }: { readonly path: string }): ReactElement {
  return (
    <svg className="rc-glyph" viewBox="0 0 16 16" aria-hidden fill="none" stroke="currentColor" strokeWidth="2">
      <path d={path} />
    </svg>
  )
}
