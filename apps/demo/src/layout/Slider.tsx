import { useId } from 'react'
import './slider.css'

export interface SliderProps {
  readonly label: string
  readonly value: number
  /** The value with its unit; heard in place of the bare number. */
  readonly words: string
  readonly min?: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
  readonly testId: string
}

/** A number by feel: a native range, its value in words beside the label. */
export function Slider({ label, value, words, min = 0, max, step, onChange, testId }: SliderProps) {
  const id = useId()
  return (
    <div className="slider">
      <label className="slider-label" htmlFor={id}>
        {label}
      </label>
      <output className="slider-words" htmlFor={id}>
        {words}
      </output>
      <input
        id={id}
        className="slider-input"
        data-testid={testId}
        type="range"
        {...{ min, max, step, value }}
        aria-valuetext={words}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}
