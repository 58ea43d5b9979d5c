import { FieldPresence, TypingIndicator, useTyping } from '@rollcall/react'
import { memo, type ChangeEvent } from 'react'
import { Card } from '../../layout/Card.tsx'
import type { TourFact } from '../../tour/tourSteps.ts'
import { LabelledField } from './LabelledField.tsx'
import './document.css'

export interface DocumentPanelProps {
  /** Told of each change: how long the draft is now. */
  readonly onDraft: (length: number) => void
  /** Told of what of the tour happens here. */
  readonly onFact: (fact: TourFact) => void
}

const SECTIONS = ['News', 'Guides', 'Reference']

/** A form to work in together. Others see who is at which field and that somebody writes, never what. */
export const DocumentPanel = memo(function DocumentPanel({ onDraft, onFact }: DocumentPanelProps) {
  const { inputProps } = useTyping()
  const change = (event: ChangeEvent<HTMLInputElement>) => onDraft(Array.from(event.currentTarget.value).length)
  return (
    <Card title="Document" caption="who is where, who is writing" area="document">
      <div className="document" onInput={() => onFact('typed')}>
        <LabelledField name="title" label="Title">
          {(id) => (
            <FieldPresence field="title">
              <input id={id} className="field" data-testid="field-title" autoComplete="off" {...inputProps} />
            </FieldPresence>
          )}
        </LabelledField>
        <LabelledField name="section" label="Section">
          {(id) => (
            <FieldPresence field="section">
              <select id={id} className="field" data-testid="field-section">
                {SECTIONS.map((section) => (
                  <option key={section}>{section}</option>
                ))}
              </select>
            </FieldPresence>
          )}
        </LabelledField>
        <LabelledField name="draft" label="Draft">
          {(id) => (
            <FieldPresence field="draft">
              <input
                id={id}
                className="field"
                data-testid="typing-input"
                autoComplete="off"
                placeholder="Type here and look at the other tab"
                {...inputProps}
                onChange={change}
              />
            </FieldPresence>
          )}
        </LabelledField>
        <LabelledField name="notes" label="Notes">
          {(id) => (
            <FieldPresence field="notes">
              <textarea id={id} className="field" data-testid="field-notes" rows={2} {...inputProps} />
            </FieldPresence>
          )}
        </LabelledField>
        <LabelledField name="ready" label="Ready to publish">
          {(id) => (
            <FieldPresence field="ready">
              <input id={id} className="field-check" data-testid="field-ready" type="checkbox" />
            </FieldPresence>
          )}
        </LabelledField>
      </div>
      <div className="typing-line" data-testid="typing-line">
        <TypingIndicator />
      </div>
      <p className="field-note">
        Others see which field you are at, that you are typing and how long your draft is, never the words. Leave the
        field, and you are gone from it.
      </p>
    </Card>
  )
})
