import type { Point } from './cursorPoint.ts'

export interface Pointing extends Point {
  readonly sessionId: string
}

/** Ids of the pointers nearest to a point, at most `max`. Of two equally near the one that came first. */
export function nearestPointers(pointers: readonly Pointing[], to: Point, max: number): ReadonlySet<string> {
  const near = pointers
    .map((pointer) => ({ id: pointer.sessionId, distance: (pointer.x - to.x) ** 2 + (pointer.y - to.y) ** 2 }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, Math.max(0, max))
  return new Set(near.map(({ id }) => id))
}

export function sameIds(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}
