/** Who is at fields that are scrolled out of view, and behind which edge. Looks at fields with somebody at them only. */
import type { Readable } from '../useStateSource.ts'

/** Somebody at a field. */
export interface DockedVisitor {
  readonly userId: string
  readonly name: string
  /** Address of a picture. */
  readonly picture?: string | undefined
}

export interface DockedPerson extends DockedVisitor {
  /** The element around the field. */
  readonly field: Element
}

/** In the order of the page, one entry per person. */
export interface DockedPeople {
  readonly above: readonly DockedPerson[]
  readonly below: readonly DockedPerson[]
}

export interface FieldDock extends Readable<DockedPeople> {
  /** A ref: the element around all the fields, which scrolls itself or with what is around it. */
  attach(element: Element | null): void
  /** These are at a field, in the place of who was. */
  show(field: Element, visitors: readonly DockedVisitor[]): void
  /** Nobody is any more. */
  hide(field: Element): void
}

export const NOBODY_DOCKED: DockedPeople = { above: [], below: [] }

/** Beyond any page: an edge moved this far out is none. */
const FAR = '9999999px'
/** Each looks over all edges but one, so that a field which jumps from below to above is told of by both. */
const MARGINS = { above: `0px ${FAR} ${FAR}`, below: `${FAR} ${FAR} 0px` } as const
type Edge = keyof typeof MARGINS
const EDGES: readonly Edge[] = ['above', 'below']

export function createFieldDock(): FieldDock {
  const shown = new Map<Element, { readonly visitors: readonly DockedVisitor[]; readonly beyond: Set<Edge> }>()
  const listeners = new Set<() => void>()
  let root: Element | null = null
  let observers: readonly IntersectionObserver[] = []
  let current = NOBODY_DOCKED

  const changed = (): void => {
    const next = { above: peopleAt('above', shown), below: peopleAt('below', shown) }
    if (isSame(current.above, next.above) && isSame(current.below, next.below)) return
    current = next
    for (const listener of listeners) listener()
  }
  const open = (): readonly IntersectionObserver[] => {
    const { IntersectionObserver: Observer } = root?.ownerDocument.defaultView ?? {}
    if (root === null || Observer === undefined) return []
    const scroller = scrollerOf(root)
    return EDGES.map((edge) => {
      const look = (entries: readonly IntersectionObserverEntry[]): void => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) shown.get(target)?.beyond.delete(edge)
          else shown.get(target)?.beyond.add(edge)
        }
        changed()
      }
      return new Observer(look, { root: scroller, rootMargin: MARGINS[edge] })
    })
  }
  return {
    attach: (element) => {
      root = element
    },
    show: (field, visitors) => {
      // Who is watched already stays where they are: looking again would take them away for a frame.
      const beyond = shown.get(field)?.beyond
      shown.set(field, { visitors, beyond: beyond ?? new Set<Edge>() })
      if (observers.length === 0) observers = open()
      if (beyond === undefined) for (const observer of observers) observer.observe(field)
      changed()
    },
    hide: (field) => {
      if (!shown.delete(field)) return
      for (const observer of observers) observer.unobserve(field)
      changed()
      if (shown.size > 0) return
      for (const observer of observers) observer.disconnect()
      observers = []
    },
    getCurrent: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type Shown = ReadonlyMap<Element, { readonly visitors: readonly DockedVisitor[]; readonly beyond: ReadonlySet<Edge> }>

/** A field that is beyond both edges is not in the page at all, or hidden by something else. */
function peopleAt(edge: Edge, shown: Shown): readonly DockedPerson[] {
  const people = new Map<string, DockedPerson>()
  const fields = [...shown].filter(([, { beyond }]) => beyond.size === 1 && beyond.has(edge))
  for (const [field, { visitors }] of fields.sort(([a], [b]) => orderOf(a, b))) {
    for (const visitor of visitors) {
      if (!people.has(visitor.userId)) people.set(visitor.userId, { ...visitor, field })
    }
  }
  return [...people.values()]
}

function orderOf(a: Element, b: Element): number {
  // DOCUMENT_POSITION_FOLLOWING: b comes after a.
  return a.compareDocumentPosition(b) & 4 ? -1 : 1
}

function isSame(a: readonly DockedPerson[], b: readonly DockedPerson[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ userId, name, picture, field }, index) => {
      const other = b[index]
      return other?.userId === userId && other.name === name && other.picture === picture && other.field === field
    })
  )
}

/** What scrolls: the element itself, something around it, or else its page, which may be a frame in another. */
function scrollerOf(element: Element): Element | Document {
  const { body, documentElement, defaultView } = element.ownerDocument
  for (let at: Element | null = element; at !== null && at !== body && at !== documentElement; at = at.parentElement) {
    if (/auto|scroll/.test(defaultView?.getComputedStyle(at).overflowY ?? '')) return at
  }
  return element.ownerDocument
}
