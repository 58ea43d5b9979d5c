/** What can be seen through: each ancestor that scrolls or clips, and the window, cuts what lies in it. Px of the window. */
import { type Box, intersect } from './cursorPoint.ts'

export interface Sight {
  /** The rectangle of an element. */
  rectOf(element: Element): Box
  /** What the ancestors of `element` let through: those below `end`, or all of them and the window. */
  through(element: Element, end?: Element): Box
}

const EVERYTHING: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }

/** Reads each rectangle once: make a new one when something may have moved. */
export function createSight(): Sight {
  const known = new Map<Element, Box>()
  const rectOf = (element: Element): Box => {
    const rect = known.get(element) ?? element.getBoundingClientRect()
    known.set(element, rect)
    return rect
  }
  return {
    rectOf,
    through: (element, end) => {
      let box = end === undefined ? windowBox() : EVERYTHING
      for (let at = element.parentElement; at !== null && at !== end; at = at.parentElement) {
        if (clips(at)) box = intersect(box, rectOf(at))
      }
      return box
    },
  }
}

/** The page's own scrolling is the window's. */
function clips(element: Element): boolean {
  const { body, documentElement } = element.ownerDocument
  if (element === body || element === documentElement) return false
  return getComputedStyle(element).overflow !== 'visible'
}

function windowBox(): Box {
  const { clientWidth, clientHeight } = document.documentElement
  // Where nothing is laid out, as in jsdom, the window still has a size.
  return { left: 0, top: 0, right: clientWidth || window.innerWidth, bottom: clientHeight || window.innerHeight }
}
