import { useHeard, type Heard } from '../../client/useHeard.ts'
import { Card } from '../../layout/Card.tsx'
import { Segmented, type Segment } from '../../layout/Segmented.tsx'
import type { Verbosity } from '../../view/verbosity.ts'
import './accessibility.css'

export interface AccessibilityPanelProps {
  readonly verbosity: Verbosity
  readonly onVerbosity: (verbosity: Verbosity) => void
}

const LEVELS: readonly Segment<Verbosity>[] = [
  { value: 'quiet', label: 'Quiet' },
  { value: 'default', label: 'Default' },
  { value: 'chatty', label: 'Chatty' },
]
const WORDS: Readonly<Record<Verbosity, string>> = {
  quiet: 'Only what ends the connection for good.',
  default: 'Typing, the connection, and who comes to your field. Not who comes and goes.',
  chatty: 'Who comes and goes as well, and everything as soon as it is sure.',
}
const MINUTE_MS = 60_000
const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** What a screen reader is given to say, and how much of it. Not itself a live region, or it would hear itself. */
export function AccessibilityPanel({ verbosity, onVerbosity }: AccessibilityPanelProps) {
  const heard = useHeard()
  return (
    <Card title="Accessibility" caption="what a screen reader hears" area="accessibility">
      <div className="heard" data-testid="accessibility">
        <Segmented label="How much is said" segments={LEVELS} value={verbosity} onChange={onVerbosity} />
        <p className="heard-note">{WORDS[verbosity]}</p>
        <p className="heard-cost">
          <strong>{costOf(heard)}</strong> in the last minute that anything was said
        </p>
        {/* Scrolls, so it has to be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <ol role="list" className="heard-log" tabIndex={0} aria-label="Announcements">
          {heard.map(({ id, text, politeness, at }) => (
            <li key={id} data-testid="heard" data-politeness={politeness}>
              <span className="mono">{clockTime.format(at)}</span> {text}
            </li>
          ))}
          {heard.length === 0 ? <li className="heard-none">Nothing has been said yet.</li> : undefined}
        </ol>
      </div>
    </Card>
  )
}

function costOf(heard: readonly Heard[]): string {
  const [last] = heard
  const count = last === undefined ? 0 : heard.filter(({ at }) => at > last.at - MINUTE_MS).length
  return `${count} ${count === 1 ? 'message' : 'messages'}`
}
