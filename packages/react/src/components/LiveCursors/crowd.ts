/** Which pointers are shown where there are more than may be: those nearest to one's own, looked at a few times a second. */
import type { Readable } from '../../hooks/useStateSource.ts'
import { sameIds, nearestPointers, type Pointing } from './nearestPointers.ts'
import type { Point } from './cursorPoint.ts'

export interface Crowd {
  /** Who is shown. The same set for as long as its content is. */
  readonly near: Readable<ReadonlySet<string>>
  /** Somebody moved, came or went. */
  moved(): void
  /** Chooses anew where that is due; `false`: it will be, soon. */
  choose(at: number, choice: CrowdChoice): boolean
}

export interface CrowdChoice {
  readonly max: number
  readonly to: Point
  pointers(): readonly Pointing[]
}

const NOBODY: ReadonlySet<string> = new Set()
/** ms. Faces that come and go are looked at more seldom than movement. */
const PERIOD = 250

export function createCrowd(): Crowd {
  const listeners = new Set<() => void>()
  let near = NOBODY
  let isChanged = false
  let chosenAt = Number.NEGATIVE_INFINITY
  return {
    near: {
      getCurrent: () => near,
      subscribe: (listener) => {
        const entry = (): void => listener()
        listeners.add(entry)
        return () => listeners.delete(entry)
      },
    },
    moved: () => {
      isChanged = true
    },
    choose: (at, { max, to, pointers }) => {
      if (!isChanged) return true
      if (at - chosenAt < PERIOD) return false
      isChanged = false
      chosenAt = at
      const next = nearestPointers(pointers(), to, max)
      if (sameIds(near, next)) return true
      near = next
      for (const listener of listeners) listener()
      return true
    },
  }
}
