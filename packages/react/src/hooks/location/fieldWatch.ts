/**
 * The field in the page: what happens to it from the moment it has the focus. Everything after that moment is heard
 * from the element itself, so that form libraries may put handlers of their own over ours.
 */
import type { FieldEvent } from './attendance.ts'

/** As much of a focus event as is looked at. Absent where an editor that is no element calls by hand. */
export interface FieldFocusEvent {
  readonly currentTarget: Element
  readonly relatedTarget?: EventTarget | null
}

export interface FieldWatch {
  readonly onFocus: (event?: FieldFocusEvent) => void
  readonly onBlur: (event?: FieldFocusEvent) => void
  /** Each thing that happens; that the focus is there already, at once. Returns the end of it, which is heard as a blur. */
  listen(hear: (event: FieldEvent) => void): () => void
}

const SIGNS_OF_LIFE = ['input', 'keydown', 'pointerdown'] as const

export function createFieldWatch(): FieldWatch {
  const hearers = new Set<(event: FieldEvent) => void>()
  let focused: Element | 'by hand' | undefined
  let unhook = (): void => {}

  const tell = (event: FieldEvent): void => {
    for (const hear of hearers) hear(event)
  }
  const leave = (): void => {
    if (focused === undefined) return
    unhook()
    unhook = () => {}
    focused = undefined
    tell('blurred')
  }
  const hasStayed = (element: Element, goesTo: EventTarget | null | undefined): boolean =>
    // A list of choices that belongs to it …
    isWithin(element, goesTo) ||
    // … or another window: the page keeps the focus for when one comes back.
    (!element.ownerDocument.hasFocus() && isWithin(element, element.ownerDocument.activeElement))
  const blur = (event?: FieldFocusEvent): void => {
    if (focused === undefined) return
    if (focused === 'by hand' || !hasStayed(focused, event?.relatedTarget)) leave()
  }
  return {
    onFocus: (event) => {
      const element = event?.currentTarget ?? 'by hand'
      if (focused !== element) {
        leave()
        focused = element
        if (element !== 'by hand') unhook = hook(element, { tell, blur })
      }
      tell('focused')
    },
    onBlur: blur,
    listen: (hear) => {
      hearers.add(hear)
      // The focus may have come before anybody listened (autofocus), and gone unheard while nobody did (<Activity>).
      if (focused !== undefined && focused !== 'by hand' && !isWithin(focused, focused.ownerDocument.activeElement))
        leave()
      if (focused !== undefined) hear('focused')
      return () => {
        hearers.delete(hear)
        hear('blurred')
      }
    },
  }
}

interface Hooked {
  tell(event: FieldEvent): void
  blur(event: FieldFocusEvent): void
}

function hook(element: Element, { tell, blur }: Hooked): () => void {
  const end = new AbortController()
  const { signal } = end
  const { ownerDocument: page } = element
  const form = formOf(element)
  for (const sign of SIGNS_OF_LIFE) element.addEventListener(sign, () => tell('acted'), { signal })
  element.addEventListener(
    'focusout',
    // Events of that name have it; the list of names that the compiler knows is that of elements in general.
    (event) => blur({ currentTarget: element, relatedTarget: (event as FocusEvent).relatedTarget }),
    { signal },
  )
  form?.addEventListener('submit', () => tell('submitted'), { signal })
  page.addEventListener('visibilitychange', () => tell(page.hidden ? 'hidden' : 'shown'), { signal })
  return () => end.abort()
}

/** Its own, which need not be around it. */
function formOf(element: Element): Element | null {
  const { form } = element as Partial<HTMLInputElement>
  return form ?? element.closest('form')
}

function isWithin(element: Element, other: EventTarget | null | undefined): boolean {
  const { Node } = element.ownerDocument.defaultView ?? {}
  return Node !== undefined && other instanceof Node && element.contains(other)
}
