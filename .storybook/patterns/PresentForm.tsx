import { FieldPresence } from '@rollcall/react'

/** A ring and a face at the field that somebody is in; the sentence is there for screen readers. */
export function PresentForm() {
  return (
    <form className="column form">
      <label htmlFor="title">Title</label>
      <FieldPresence field="title">
        <input id="title" defaultValue="Q4 planning" />
      </FieldPresence>
      <label htmlFor="summary">Summary</label>
      <FieldPresence field="summary" variant="all">
        <textarea id="summary" rows={2} defaultValue="What we want by the end of the year" />
      </FieldPresence>
    </form>
  )
}
