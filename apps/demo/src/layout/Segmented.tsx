import { useId, type ReactNode } from 'react'
import './segmented.css'

export interface Segment<T extends string> {
  readonly value: T
  readonly label: string
  readonly icon?: ReactNode
}

export interface SegmentedProps<T extends string> {
  /** What is being chosen; read to a screen reader. */
  readonly label: string
  readonly segments: readonly Segment<T>[]
  /** None is chosen where it is no segment's. */
  readonly value: T | (string & {})
  readonly onChange: (value: T) => void
  /** `icon`: the label is only heard. `tile`: icon above the label. Default `text`. */
  readonly look?: 'text' | 'icon' | 'tile'
}

/** One of a few, as native radio buttons: arrows move, Tab passes by. What is chosen has a border, not a tint alone. */
export function Segmented<T extends string>({ label, segments, value, onChange, look = 'text' }: SegmentedProps<T>) {
  const group = useId()
  return (
    <div className="segmented" role="radiogroup" aria-label={label} data-look={look}>
      {segments.map((segment) => (
        <label key={segment.value} className="segment" title={look === 'icon' ? segment.label : undefined}>
          <input
            type="radio"
            className="segment-input"
            name={group}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon}
          <span className="segment-label" data-label={segment.label}>
            {segment.label}
          </span>
        </label>
      ))}
    </div>
  )
}
