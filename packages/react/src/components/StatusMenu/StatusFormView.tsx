'use client'
/** The words beside a status, and for how long it holds. */
import { type ComponentPropsWithoutRef, type FormEvent, forwardRef, useId, useRef, useState } from 'react'
import type { StatusExpiryOption } from '../../format/statusExpiries.ts'
import { STATUS_TEXT_LIMIT } from '../../format/statusText.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { focusWhenShown } from '../popover/popoverAttributes.ts'

/** What was written, and the `id` of the option that was chosen; `undefined` where there are none. */
export interface StatusDraft {
  readonly text: string
  readonly expiry: string | undefined
}

interface OwnProps {
  /** What it begins with. Default: no text, and the first of `expiries`. */
  readonly initial?: Partial<StatusDraft> | undefined
  /** For how long it may hold; `statusExpiryOptions` makes them. Default: none, and the choice is not shown. */
  readonly expiries?: readonly StatusExpiryOption[] | undefined
  /** Longest text, in UTF-16 units. Default 140, which is the protocol's. */
  readonly limit?: number | undefined
  readonly onSave: (draft: StatusDraft) => void
  /** Ends the chosen status with its words. Default: there is no button for it. */
  readonly onClear?: (() => void) | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type StatusFormViewProps = WithPart<
  Omit<ComponentPropsWithoutRef<'form'>, 'children' | 'onSubmit'>,
  { readonly isTooLong: boolean },
  OwnProps
>

/** A text that is too long is not cut: the limit is named, and nothing is saved until it fits. */
export const StatusFormView: Part<StatusFormViewProps, HTMLFormElement> = forwardRef<
  HTMLFormElement,
  StatusFormViewProps
>(function StatusFormView(props, ref) {
  const { initial = {}, expiries = [], limit = STATUS_TEXT_LIMIT, onSave, onClear, strings = en, ...given } = props
  const id = useId()
  const input = useRef<HTMLInputElement | null>(null)
  const [text, setText] = useState(initial.text ?? '')
  const [wanted, setWanted] = useState(initial.expiry)
  // An hour that was offered has come meanwhile.
  const expiry = expiries.some((option) => option.id === wanted) ? wanted : expiries[0]?.id
  const said = text.trim()
  const isTooLong = said.length > limit
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (isTooLong) input.current?.focus()
    else onSave({ text: said, expiry })
  }
  return (
    <PartRoot
      tag="form"
      name="rc-status-form"
      state={{ isTooLong }}
      attributes={{ 'too-long': isTooLong }}
      own={{ onSubmit: save, noValidate: true }}
      given={given}
      ref={ref}
    >
      <label>
        {strings.statusText}
        <input
          className="rc-input"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={isTooLong}
          aria-describedby={id}
          ref={(element) => {
            input.current = element
            focusWhenShown(element)
          }}
        />
      </label>
      <span className="rc-note" data-slot="length" data-tone={isTooLong ? 'negative' : undefined} id={id}>
        {strings.textLength({ length: said.length, limit })}
        {isTooLong && ` · ${strings.textTooLong(limit)}`}
      </span>
      {expiries.length > 0 && (
        <label>
          {strings.clearAfter}
          <select className="rc-input" value={expiry} onChange={(event) => setWanted(event.target.value)}>
            {expiries.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      )}
      <div data-slot="actions">
        <button type="submit" className="rc-trigger">
          {strings.save}
        </button>
        {onClear !== undefined && (
          <button type="button" className="rc-button" onClick={onClear}>
            {strings.clearStatus}
          </button>
        )}
      </div>
    </PartRoot>
  )
})
