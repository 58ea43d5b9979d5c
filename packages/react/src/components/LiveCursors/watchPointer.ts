/**
 * The pointer of this page over an element, in px of the window. Native listeners, so that handlers of the app are
 * neither replaced nor able to silence it by `preventDefault`.
 */
import type { Point } from './cursorPoint.ts'

export type PointerKind = 'mouse' | 'pen' | 'touch'

export interface WatchPointerOptions {
  /** Kinds that count. A finger counts while it presses. */
  kinds(): readonly PointerKind[]
  /** It is there; also told when the content moved below it. */
  at(point: Point): void
  gone(): void
}

export function watchPointer(root: HTMLElement, { kinds, at, gone }: WatchPointerOptions): () => void {
  let last: Point | undefined
  // A device that does not say what it is points like a mouse; of several fingers the first one counts.
  const counts = ({ isPrimary, pointerType }: PointerEvent): boolean =>
    kinds().some((kind) => kind === (pointerType || 'mouse')) && (pointerType !== 'touch' || isPrimary)
  const moved = (event: PointerEvent): void => {
    if (!counts(event)) return
    last = { x: event.clientX, y: event.clientY }
    at(last)
  }
  const left = (): void => {
    if (last === undefined) return
    last = undefined
    gone()
  }
  const leftBy = (event: PointerEvent): void => {
    if (counts(event)) left()
  }
  const lifted = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') leftBy(event)
  }
  const scrolled = (): void => {
    if (last !== undefined) at(last)
  }
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') left()
  }
  const early = { capture: true, passive: true }
  root.addEventListener('pointermove', moved, early)
  root.addEventListener('pointerdown', moved, early)
  root.addEventListener('pointerup', lifted, early)
  root.addEventListener('pointercancel', leftBy, early)
  // On its way down it would be heard of every element within, too.
  root.addEventListener('pointerleave', leftBy)
  document.addEventListener('scroll', scrolled, early)
  document.addEventListener('visibilitychange', hidden)
  window.addEventListener('blur', left)
  return () => {
    root.removeEventListener('pointermove', moved, early)
    root.removeEventListener('pointerdown', moved, early)
    root.removeEventListener('pointerup', lifted, early)
    root.removeEventListener('pointercancel', leftBy, early)
    root.removeEventListener('pointerleave', leftBy)
    document.removeEventListener('scroll', scrolled, early)
    document.removeEventListener('visibilitychange', hidden)
    window.removeEventListener('blur', left)
    left()
  }
}
