/**
 * What the HTML standard says of popovers and jsdom has not yet, for tests of keys and of where the focus goes: showing
 * and hiding, buttons that point at one, Esc, and the way back of the focus. Stories try the same in a browser.
 */

const shown: { readonly element: HTMLElement; readonly cameFrom: Element | null }[] = []

function tell(element: HTMLElement, type: string, newState: 'open' | 'closed'): void {
  element.dispatchEvent(Object.assign(new Event(type), { newState }))
}

function hide(element: HTMLElement): void {
  const at = shown.findIndex((one) => one.element === element)
  const [found] = at < 0 ? [] : shown.splice(at, 1)
  if (found === undefined) return
  tell(element, 'beforetoggle', 'closed')
  const hadFocus = element.contains(document.activeElement)
  element.style.removeProperty('display')
  if (hadFocus && found.cameFrom instanceof HTMLElement) found.cameFrom.focus()
  queueMicrotask(() => tell(element, 'toggle', 'closed'))
}

function show(element: HTMLElement): void {
  if (shown.some((one) => one.element === element)) return
  const isAuto = element.getAttribute('popover') === 'auto'
  const cameFrom = document.activeElement
  if (isAuto)
    for (const other of shown.filter((one) => one.element.getAttribute('popover') === 'auto')) hide(other.element)
  tell(element, 'beforetoggle', 'open')
  shown.push({ element, cameFrom })
  // jsdom hides what bears the attribute.
  element.style.display = 'block'
  element.querySelector<HTMLElement>('[autofocus]')?.focus()
  queueMicrotask(() => tell(element, 'toggle', 'open'))
}

function toggle(this: HTMLElement, options?: { readonly force?: boolean } | boolean): boolean {
  const force = typeof options === 'object' ? options.force : options
  const isShown = shown.some((one) => one.element === this)
  if (force ?? !isShown) show(this)
  else hide(this)
  return force ?? !isShown
}

function pressed(event: Event): void {
  const button = event.target instanceof Element ? event.target.closest('button[popovertarget]') : null
  if (button === null || event.defaultPrevented || button.hasAttribute('disabled')) return
  const element = document.getElementById(button.getAttribute('popovertarget') ?? '')
  if (element === null) return
  toggle.call(element, button.getAttribute('popovertargetaction') === 'hide' ? false : undefined)
}

function escaped(event: KeyboardEvent): void {
  const top = shown.findLast((one) => one.element.getAttribute('popover') === 'auto')
  if (event.key === 'Escape' && !event.defaultPrevented && top !== undefined) hide(top.element)
}

/** Gives them to this document; returns what takes them away. */
export function givePopovers(): () => void {
  Object.assign(HTMLElement.prototype, { togglePopover: toggle })
  window.addEventListener('click', pressed)
  window.addEventListener('keydown', escaped)
  return () => {
    shown.length = 0
    Reflect.deleteProperty(HTMLElement.prototype, 'togglePopover')
    window.removeEventListener('click', pressed)
    window.removeEventListener('keydown', escaped)
  }
}
