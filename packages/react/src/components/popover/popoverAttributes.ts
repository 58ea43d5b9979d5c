import { version } from 'react'

/** React 18 passes on what it does not know; 19 knows it by another spelling. */
const isOld = Number.parseInt(version, 10) < 19
const target = isOld ? 'popovertarget' : 'popoverTarget'
const action = isOld ? 'popovertargetaction' : 'popoverTargetAction'

/** For a button: opens the platform's popover of that id, without a script; the platform brings Esc and the way back of the focus. */
export function popoverTarget(id: string): Readonly<Record<string, string>> {
  return { [target]: id }
}

/** For a button inside of the popover: closes it. */
export function popoverClose(id: string): Readonly<Record<string, string>> {
  return { [target]: id, [action]: 'hide' }
}

/** A ref. The attribute that a popover looks for when it is shown; React keeps its own prop of that name from the document. */
export function focusWhenShown(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '')
}
