import { useId, type ReactNode } from 'react'

export interface LabelledFieldProps {
  /** Where it stands in the form. */
  readonly name: string
  readonly label: string
  /** Given the id that the label is for. */
  readonly children: (id: string) => ReactNode
}

/** A field and its label. */
export function LabelledField({ name, label, children }: LabelledFieldProps) {
  const id = useId()
  return (
    <div className="document-field" data-field={name}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}
