import type { PathSegment } from '@rollcall/core'

/** A field as forms name it, `'items.0.title'`, as steps: a whole number is an index. */
export function fieldPath(path: string | readonly PathSegment[]): readonly PathSegment[] {
  if (typeof path !== 'string') return path
  return path.split('.').map((step) => (/^(?:0|[1-9]\d{0,8})$/.test(step) ? Number(step) : step))
}
