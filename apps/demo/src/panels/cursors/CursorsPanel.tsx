import { LiveCursors, useCursorVisibility } from '@rollcall/react'
import { memo } from 'react'
import { Card } from '../../layout/Card.tsx'
import type { TourFact } from '../../tour/tourSteps.ts'
import './cursors.css'

const NOTES = ['Ask', 'Sketch', 'Build', 'Show', 'Listen']

export interface CursorsPanelProps {
  /** Told of what of the tour happens here. */
  readonly onFact: (fact: TourFact) => void
}

/** A board to point at. It is larger than its window, so that pointers have to mean the same place when scrolled. */
export const CursorsPanel = memo(function CursorsPanel({ onFact }: CursorsPanelProps) {
  const [areShown, setShown] = useCursorVisibility()
  const hide = (
    <label className="cursors-toggle">
      <input
        type="checkbox"
        data-testid="cursors-toggle"
        checked={areShown}
        onChange={(event) => setShown(event.currentTarget.checked)}
      />
      Show pointers
    </label>
  )
  return (
    <Card title="Live cursors" caption="move over the board" actions={hide} area="cursors">
      {/* Scrolls, so it has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="board-window" role="region" aria-label="Board" tabIndex={0}>
        <LiveCursors area="board" className="board" data-testid="board" onPoint={() => onFact('pointer')}>
          {NOTES.map((note) => (
            <span key={note} className="board-note">
              {note}
            </span>
          ))}
        </LiveCursors>
      </div>
    </Card>
  )
})
