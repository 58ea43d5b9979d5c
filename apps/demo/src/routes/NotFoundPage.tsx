import { ArrowRight } from 'lucide-react'
import './notFound.css'

export interface NotFoundPageProps {
  readonly path: string
  /** The query to keep on the way to the page that exists. */
  readonly search: string
}

/** Every address but the one there is. */
export function NotFoundPage({ path, search }: NotFoundPageProps) {
  return (
    <main className="not-found" data-testid="not-found">
      <p className="not-found-code mono">404</p>
      <h1 className="not-found-title">Nobody is here</h1>
      <p className="not-found-words">
        There is no page at <code className="mono">{path}</code>. Everybody meets at one address.
      </p>
      <a className="button" data-look="main" href={`/presence${search}`}>
        Go to /presence
        <ArrowRight aria-hidden size={15} />
      </a>
    </main>
  )
}
