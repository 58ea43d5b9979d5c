import { LiveCursors, useCursorVisibility } from '@rollcall/react'
import { Card } from '../../layout/Card.tsx'
import './cursors.css'
import './cursors.css'

const NOTES = ['Ask', 'Sketch', 'Build', 'Show', 'Listen']

export interface CursorsPanelProps {
  /** My pointer is over the board. */
  readonly onPoint: () => void
}

/** A board to point at. It is larger than its window, so that pointers have to mean the same place when scrolled. */
export function CursorsPanel({ onPoint }: CursorsPanelProps) {
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
        <LiveCursors area="board" className="board" data-testid="board" onPoint={onPoint}>
          {NOTES.map((note) => (
            <span key={note} className="board-note">
              {note}
            </span>
          ))}
        </LiveCursors>
      </div>
    </Card>
  )
}
