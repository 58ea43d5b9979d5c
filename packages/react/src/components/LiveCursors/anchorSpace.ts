/** Places at elements that say `data-rollcall-anchor="name"`: right where the content is laid out anew, or scrolls within. */
import { anchorHash, fromAnchor, packPlace, toAnchor, unpackPlace } from './anchorCode.ts'
import { type Box, clampToBox, type Point } from './cursorPoint.ts'
import type { LayerSpace } from './cursorSpace.ts'
import { type MeasuredArea, toArea } from './measureArea.ts'

const ATTRIBUTE = 'data-rollcall-anchor'
const SELECTOR = `[${ATTRIBUTE}]`

/** Makes it for one layer: it remembers which element has which name. */
export function createAnchorSpace(): LayerSpace {
  const known = createAnchorIndex()
  return {
    isLoose: true,
    encode: (point, area) => {
      const element = elementAt(point, area) ?? nearest(point, area)
      const box = element === undefined ? wholeOf(area) : boxOf(element, area)
      return packPlace({
        anchor: element === undefined ? 0 : hashOf(element),
        x: toAnchor(point.x - box.left, box.right - box.left),
        y: toAnchor(point.y - box.top, box.bottom - box.top),
      })
    },
    decode: (position, area) => {
      const place = unpackPlace(position)
      if (place === null) return null
      const element = place.anchor === 0 ? undefined : known.find(place.anchor, area)
      if (element === undefined && place.anchor !== 0) return null
      const box = element === undefined ? wholeOf(area) : boxOf(element, area)
      return {
        x: box.left + fromAnchor(place.x, box.right - box.left),
        y: box.top + fromAnchor(place.y, box.bottom - box.top),
        ...(element !== undefined && { within: toArea(area.sight.through(element, area.element), area.fromWindow) }),
      }
    },
  }
}

interface AnchorIndex {
  find(hash: number, area: MeasuredArea): Element | undefined
}

function createAnchorIndex(): AnchorIndex {
  const elements = new Map<number, Element>()
  let readFor: MeasuredArea | undefined
  return {
    find: (hash, area) => {
      const found = elements.get(hash)
      if (found !== undefined && area.element.contains(found) && hashOf(found) === hash) return found
      // Looked for once a picture at most, however many pointers are at places that this screen does not have.
      if (readFor === area) return undefined
      readFor = area
      elements.clear()
      for (const element of area.element.querySelectorAll(SELECTOR)) elements.set(hashOf(element), element)
      return elements.get(hash)
    },
  }
}

function hashOf(element: Element): number {
  return anchorHash(element.getAttribute(ATTRIBUTE) ?? '')
}

function boxOf(element: Element, { sight, fromWindow }: MeasuredArea): Box {
  return toArea(sight.rectOf(element), fromWindow)
}

function wholeOf({ width, height }: MeasuredArea): Box {
  return { left: 0, top: 0, right: width, bottom: height }
}

/** The innermost anchor that the pointer is over. */
function elementAt(point: Point, area: MeasuredArea): Element | undefined {
  const { x, y } = area.toWindow(point)
  const anchor = document.elementFromPoint(x, y)?.closest(SELECTOR)
  return anchor != null && area.element.contains(anchor) && anchor !== area.element ? anchor : undefined
}

function nearest(point: Point, area: MeasuredArea): Element | undefined {
  let best: { readonly element: Element; readonly distance: number } | undefined
  for (const element of area.element.querySelectorAll(SELECTOR)) {
    const { x, y } = clampToBox(point, boxOf(element, area))
    const distance = Math.hypot(point.x - x, point.y - y)
    if (best === undefined || distance < best.distance) best = { element, distance }
  }
  return best?.element
}
