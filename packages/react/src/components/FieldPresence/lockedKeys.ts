/** Which keys and fields need no guard: what reads is let through, what changes is not. */

/** Types of inputs that `readOnly` does nothing to (HTML, "the readonly attribute"). */
const UNREADABLE = /^(?:button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/
/** Keys that change nothing anywhere: ways out, and ways to press others. */
const HARMLESS = /^(?:Tab|Escape|Shift|Control|Alt|Meta|F\d+)$/
/** Moves of a caret. */
const CARET = /^(?:ArrowLeft|ArrowRight|Home|End)$/

/** Whether the field is text that may be read, marked and copied, `readOnly` being enough to keep it. */
export function isPlainText(field: Element): boolean {
  return isText(field) && field.getAttribute('role') !== 'combobox'
}

function isText(field: Element): boolean {
  if (field.localName === 'textarea') return true
  return field.localName === 'input' && !UNREADABLE.test(field.getAttribute('type') ?? 'text')
}

/** Whether a key may reach a locked field that is no plain text. */
export function isHarmless(field: Element, { key, ctrlKey, metaKey }: KeyPress): boolean {
  // F4 opens a list of choices.
  if (HARMLESS.test(key)) return key !== 'F4'
  // Shortcuts of the app; what a browser does to a list by them is put back.
  return ctrlKey || metaKey || (isText(field) && CARET.test(key))
}

interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}
