import { useId, type ReactNode } from 'react'
import './card.css'

export interface CardProps {
  readonly title: string
  /** A short muted note beside the title. Its line is reserved, so it may come and go. */
  readonly caption?: ReactNode
  /** Controls at the end of the title row. */
  readonly actions?: ReactNode
  /** Which card it is, for the order in one column. */
  readonly area: string
  readonly children: ReactNode
}

/** A panel of the instrument: a titled region that a screen reader can jump to. */
export function Card({ title, caption, actions, area, children }: CardProps) {
  const titleId = useId()
  return (
    <section className="card" aria-labelledby={titleId} data-area={area}>
      <header className="card-header">
        <h2 id={titleId} className="card-title">
          {title}
        </h2>
        <p className="card-caption">{caption}</p>
        {actions}
      </header>
      <div className="card-body">{children}</div>
    </section>
  )
}
