import type { ReactElement } from 'react'

interface PresenceSearchProps {
  readonly value: string
  readonly label: string
  readonly onSearch: (value: string) => void
}

/** Finds people by name; the platform's own field, with the platform's own way to empty it. */
export function PresenceSearch({ value, label, onSearch }: PresenceSearchProps): ReactElement {
  return (
    <input
      type="search"
      className="rc-input"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onSearch(event.target.value)}
    />
  )
}
