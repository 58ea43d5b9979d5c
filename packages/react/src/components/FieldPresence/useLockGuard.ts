'use client'
import { type KeyboardEvent, type SyntheticEvent, useState } from 'react'
import { keepValue } from './keepValue.ts'
import { isHarmless, isPlainText } from './lockedKeys.ts'

/** Handlers for the element around a locked field. */
export interface LockGuard {
  readonly onFocusCapture: (event: SyntheticEvent) => void
  readonly onPointerDownCapture: (event: SyntheticEvent) => void
  readonly onMouseDownCapture: (event: SyntheticEvent) => void
  readonly onClickCapture: (event: SyntheticEvent) => void
  readonly onKeyDownCapture: (event: KeyboardEvent) => void
  readonly onInputCapture: (event: SyntheticEvent) => void
  readonly onChangeCapture: (event: SyntheticEvent) => void
}

/**
 * Keeps what `readOnly` does not: boxes, lists of choices, sliders, and widgets made of script (in portals, too, as far as
 * their events are React's). Text is left to `readOnly`, so that it can be read, marked and copied. `refused` is told of
 * each attempt.
 */
export function useLockGuard(refused: () => void): LockGuard {
  const [kept] = useState(() => new WeakMap<Element, () => void>())
  const onLocked =
    <E extends SyntheticEvent>(act: (event: E, field: Element) => void) =>
    (event: E): void => {
      const { target } = event
      if (!isElement(target) || target.closest('[data-slot="take-over"]') !== null) return
      // A press on a label is one on its field.
      const field = target.closest('label')?.control ?? target
      if (!isPlainText(field)) act(event, field)
    }
  const keep = (field: Element): void => void kept.set(field, keepValue(field))
  const refuse = (event: SyntheticEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    refused()
  }
  const press = (event: SyntheticEvent, field: Element): void => {
    keep(field)
    event.stopPropagation()
    // The list of a select opens, and a slider moves, with the press; the focus would have come with it. A caret may be set.
    if (field.localName === 'input' && field.getAttribute('type') !== 'range') return
    event.preventDefault()
    if ('focus' in field && typeof field.focus === 'function') field.focus()
  }
  const putBack = (event: SyntheticEvent, field: Element): void => {
    kept.get(field)?.()
    refuse(event)
  }
  return {
    onFocusCapture: onLocked((_event, field) => keep(field)),
    onPointerDownCapture: onLocked((event) => event.stopPropagation()),
    onMouseDownCapture: onLocked(press),
    onClickCapture: onLocked(refuse),
    onKeyDownCapture: onLocked((event: KeyboardEvent, field) => {
      keep(field)
      if (!isHarmless(field, event)) refuse(event)
    }),
    onInputCapture: onLocked(putBack),
    onChangeCapture: onLocked(putBack),
  }
}

function isElement(target: EventTarget): target is Element {
  return 'closest' in target
}
