import { TypingIndicator, useTyping } from '@rollcall/react'
import { useId, type ChangeEvent } from 'react'
import { Card } from '../../layout/Card.tsx'
import './document.css'

export interface DocumentPanelProps {
  /** Told of each change: how long the draft is now. */
  readonly onDraft: (length: number) => void
}

/** A line to write in. Others see that somebody writes, never what. */
export function DocumentPanel({ onDraft }: DocumentPanelProps) {
  const id = useId()
  const { inputProps } = useTyping()
  const change = (event: ChangeEvent<HTMLInputElement>) => onDraft(Array.from(event.currentTarget.value).length)
  return (
    <Card title="Document" caption="who is writing" area="document">
      <label className="field-label" htmlFor={id}>
        Draft
      </label>
      <input
        id={id}
        className="field"
        data-testid="typing-input"
        type="text"
        autoComplete="off"
        placeholder="Type here and look at the other tab"
        {...inputProps}
        onChange={change}
        aria-describedby={`${id}-note`}
      />
      <div className="typing-line" data-testid="typing-line">
        <TypingIndicator />
      </div>
      <p id={`${id}-note`} className="field-note">
        Others see that you are typing and how long your draft is, never the words. The line above empties by itself a
        few seconds after the last key.
      </p>
    </Card>
  )
}
