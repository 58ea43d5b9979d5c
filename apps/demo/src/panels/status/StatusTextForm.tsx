import { useId, useState, type FormEvent } from 'react'

export interface StatusTextFormProps {
  /** As it stands. */
  readonly text: string
  readonly onSet: (text: string, forMs: number | undefined) => void
  readonly onClear: () => void
  readonly isSet: boolean
}

const MINUTE_MS = 60_000
const TERMS = [
  { label: 'until I change it', forMs: undefined },
  { label: 'for a minute', forMs: MINUTE_MS },
  { label: 'for half an hour', forMs: 30 * MINUTE_MS },
  { label: 'for four hours', forMs: 240 * MINUTE_MS },
] as const
/** As the protocol has it. */
const MAX_LENGTH = 140

/** A few words beside the status, and for how long they hold. */
export function StatusTextForm({ text, onSet, onClear, isSet }: StatusTextFormProps) {
  const id = useId()
  const [draft, setDraft] = useState(text)
  const [term, setTerm] = useState(0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSet(draft.trim(), TERMS[term]?.forMs)
  }
  const clear = () => {
    setDraft('')
    onClear()
  }
  return (
    <form className="status-form" onSubmit={submit}>
      <label className="status-label" htmlFor={`${id}-text`}>
        What you say about it
      </label>
      <input
        id={`${id}-text`}
        className="field small-field"
        data-testid="status-text"
        autoComplete="off"
        maxLength={MAX_LENGTH}
        placeholder="In a meeting"
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <select
        className="field small-field"
        data-testid="status-term"
        aria-label="For how long"
        value={term}
        onChange={(event) => setTerm(Number(event.currentTarget.value))}
      >
        {TERMS.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
      <div className="status-buttons">
        <button type="submit" className="button" data-testid="status-set">
          Set
        </button>
        <button type="button" className="button" data-testid="status-clear" disabled={!isSet} onClick={clear}>
          Clear
        </button>
      </div>
    </form>
  )
}
