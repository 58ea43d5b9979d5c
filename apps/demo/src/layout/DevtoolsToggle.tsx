import { SquareTerminal } from 'lucide-react'

export interface DevtoolsToggleProps {
  readonly isOpen: boolean
  readonly onChange: (isOpen: boolean) => void
}

/** Shows and hides the instruments. */
export function DevtoolsToggle({ isOpen, onChange }: DevtoolsToggleProps) {
  return (
    <button
      type="button"
      className="button icon-button"
      data-testid="devtools-toggle"
      aria-pressed={isOpen}
      title="Devtools"
      onClick={() => onChange(!isOpen)}
    >
      <SquareTerminal aria-hidden size={16} />
      <span className="icon-button-label">Devtools</span>
    </button>
  )
}
