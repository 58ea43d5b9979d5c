import type { ReactElement, ReactNode } from 'react'
import './page.css'

interface PageGroundProps {
  readonly children: ReactNode
  /** Default: light, as the pages are. */
  readonly theme?: 'light' | 'dark'
}

/** The ground of a story, for what a page shows between its words. */
export function PageGround({ children, theme = 'light' }: PageGroundProps): ReactElement {
  return (
    <div className="page sb-unstyled" data-theme={theme} data-view="docs">
      {children}
    </div>
  )
}
