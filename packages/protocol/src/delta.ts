/**
 * Diff and apply on what is shown. The law, held by a property test: applying the diff of
 * a to b onto a gives b; the diff of equal ones is `undefined`, never empty (INV-33).
 */
import { isSameValue } from './sameValue.ts'
import { OPTIONAL_STATUS_FIELDS, type Metadata, type StatusChanges, type StatusFields } from './status.ts'

/** Shallow keyed data: what `d` and `m` are. */
type Keyed = Readonly<Record<string, unknown>>

export interface KeyedDiff {
  readonly set?: Keyed
  readonly removed?: readonly string[]
}

/** Which top-level keys differ; values whole. `undefined` where none does. */
export function diffKeys(from: Keyed, to: Keyed): KeyedDiff | undefined {
  const set = Object.entries(to).filter(
    ([key, value]) => value !== undefined && !(Object.hasOwn(from, key) && isSameValue(from[key], value)),
  )
  const removed = Object.keys(from).filter(
    (key) => from[key] !== undefined && (!Object.hasOwn(to, key) || to[key] === undefined),
  )
  if (set.length === 0 && removed.length === 0) return undefined
  return { ...(set.length === 0 ? {} : { set: Object.fromEntries(set) }), ...(removed.length === 0 ? {} : { removed }) }
}

/** Applies {@link diffKeys}. */
export function applyKeys(base: Keyed, diff: KeyedDiff): Keyed {
  const kept = Object.entries(base).filter(([key]) => diff.removed?.includes(key) !== true)
  return Object.fromEntries([...kept, ...Object.entries(diff.set ?? {})])
}

function diffMetadata(from: Metadata | undefined, to: Metadata | undefined): Metadata | null | undefined {
  if (to === undefined) return from === undefined ? undefined : null
  const diff = diffKeys(from ?? {}, to)
  // An empty record that was not there before is a change too, though no key differs.
  if (diff === undefined) return from === undefined ? {} : undefined
  return { ...diff.set, ...Object.fromEntries((diff.removed ?? []).map((key) => [key, null])) }
}

function applyMetadata(base: Metadata | undefined, changes: Metadata): Metadata {
  return Object.fromEntries(Object.entries({ ...base, ...changes }).filter(([, value]) => value !== null))
}

/** The exact difference of two pictures, or `undefined` where there is none. */
export function diffStatus(from: StatusFields, to: StatusFields): StatusChanges | undefined {
  const changes: Record<string, unknown> = {}
  if (from.status !== to.status) changes['status'] = to.status
  for (const field of OPTIONAL_STATUS_FIELDS) {
    if (field === 'metadata') {
      const metadata = diffMetadata(from.metadata, to.metadata)
      if (metadata !== undefined) changes['metadata'] = metadata
    } else if (from[field] !== to[field]) {
      changes[field] = to[field] ?? null
    }
  }
  return Object.keys(changes).length === 0 ? undefined : changes
}

/** Applies {@link diffStatus}, or what a client sent; `""` unsets as `null` does. A removed status is `online`. */
export function applyStatus(base: StatusFields, changes: StatusChanges): StatusFields {
  const next: Record<string, unknown> = {}
  for (const field of OPTIONAL_STATUS_FIELDS) {
    const change = changes[field]
    const value =
      change === undefined
        ? base[field]
        : field === 'metadata' && change !== null
          ? applyMetadata(base.metadata, changes.metadata ?? {})
          : change
    if (value !== undefined && value !== null && value !== '') next[field] = value
  }
  const status =
    changes.status === undefined
      ? base.status
      : changes.status === null || changes.status === ''
        ? 'online'
        : changes.status
  return { ...next, status }
}
