import { useId } from 'react'
import './chips.css'

export interface ChipsProps<T extends string> {
  /** What is being chosen. */
  readonly label: string
  /** `hidden`: only heard. */
  readonly labelLook?: 'above' | 'hidden'
  readonly options: readonly { readonly value: T; readonly label: string }[]
  /** None is chosen where it is no option's. */
  readonly value: T | (string & {}) | undefined
  readonly onChange: (value: T) => void
  readonly testId: string
}

/** One of several that may take more than one line, as native radio buttons. */
export function Chips<T extends string>({ label, labelLook = 'above', options, ...rest }: ChipsProps<T>) {
  const { value, onChange, testId } = rest
  const group = useId()
  return (
    <fieldset className="chips" data-testid={testId}>
      <legend className="chips-label" data-look={labelLook}>
        {label}
      </legend>
      {options.map((option) => (
        <label key={option.value} className="chip">
          <input
            type="radio"
            className="chip-input"
            name={group}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
