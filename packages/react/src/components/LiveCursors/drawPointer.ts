/** A pointer's element, written past React. What stays the same is not written again. */
import type { Placement } from './placement.ts'

/** Read by the stylesheet. */
const TURN = '--rc-cursor-turn'

export function drawPointer(element: HTMLElement, { x, y, edge, turn, flip }: Placement, isIdle: boolean): void {
  // A transform moves the element without laying anything out.
  element.style.transform = `translate(${roundTenth(x)}px, ${roundTenth(y)}px)`
  if (turn !== undefined || element.hasAttribute('data-edge'))
    element.style.setProperty(TURN, turn === undefined ? '' : `${turn}deg`)
  write(element, 'data-edge', edge)
  write(element, 'data-flip', flip)
  write(element, 'data-idle', isIdle ? '' : undefined)
  write(element, 'data-shown', '')
}

export function hidePointer(element: HTMLElement): void {
  write(element, 'data-shown', undefined)
}

function write(element: HTMLElement, name: string, value: string | undefined): void {
  if (element.getAttribute(name) === (value ?? null)) return
  if (value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, value)
}

function roundTenth(px: number): number {
  return Math.round(px * 10) / 10
}
