import './switch.css'

export interface SwitchProps {
  readonly label: string
  /** What happens while it is on; heard after the label. */
  readonly hint: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** On or off, at once. A native checkbox in the role of a switch; its whole row can be clicked. */
export function Switch({ label, hint, checked, onChange }: SwitchProps) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        className="switch-input"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="switch-text">
        <span className="switch-label">{label}</span>
        <span className="switch-hint">{hint}</span>
      </span>
    </label>
  )
}
