import type { Direction, Motion, ViewChoice } from '../address/viewChoice.ts'
import { LANGUAGES, languageOf } from '../view/languages.ts'
import './viewBar.css'

export interface ViewBarProps {
  readonly view: ViewChoice
  readonly onChange: (changes: Partial<ViewChoice>) => void
}

const DIRECTIONS: readonly (readonly [Direction, string])[] = [
  ['auto', 'As the language'],
  ['ltr', 'Left to right'],
  ['rtl', 'Right to left'],
]
const MOTIONS: readonly (readonly [Motion, string])[] = [
  ['full', 'Full'],
  ['calm', 'Calm'],
  ['off', 'Off'],
]

/** Language, direction and motion of the components. */
export function ViewBar({ view, onChange }: ViewBarProps) {
  return (
    <footer className="view-bar">
      <label className="view-choice">
        Components speak
        <select
          className="field small-field"
          data-testid="view-language"
          value={view.language}
          onChange={(event) => onChange({ language: languageOf(event.currentTarget.value).tag })}
        >
          {LANGUAGES.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Choice
        label="Direction"
        options={DIRECTIONS}
        value={view.dir}
        onChange={(dir) => onChange({ dir })}
        testId="view-dir"
      />
      <Choice
        label="Motion"
        options={MOTIONS}
        value={view.motion}
        onChange={(motion) => onChange({ motion })}
        testId="view-motion"
      />
    </footer>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly options: readonly (readonly [value: T, words: string])[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly testId: string
}

function Choice<T extends string>({ label, options, value, onChange, testId }: ChoiceProps<T>) {
  return (
    <label className="view-choice">
      {label}
      <select
        className="field small-field"
        data-testid={testId}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex]
          if (chosen !== undefined) onChange(chosen[0])
        }}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
