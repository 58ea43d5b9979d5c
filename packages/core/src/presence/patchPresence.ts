import { isSameValue, type PresenceData } from '@rollcall/protocol'
import { frozenCopy } from './frozenCopy.ts'

/** What a patch says of presence data: top-level keys set whole, and keys removed. */
export interface PresencePatch {
  readonly presence?: PresenceData
  readonly removed?: readonly string[]
}

const NOTHING: PresenceData = Object.freeze({})
const NO_KEYS: readonly string[] = Object.freeze([])

/** Applies a patch; the same object where it changes nothing. Copies what is new and shares the rest. */
export function patchPresence(
  base: PresenceData,
  { presence = NOTHING, removed = NO_KEYS }: PresencePatch,
): PresenceData {
  let next: Record<string, unknown> | undefined
  for (const key of removed)
    if (Object.hasOwn(base, key)) {
      next ??= { ...base }
      delete next[key]
    }
  // Own keys only, whatever they are called: the codec has refused the dangerous ones.
  for (const key of Object.keys(presence)) {
    if (Object.hasOwn(base, key) && isSameValue(base[key], presence[key])) continue
    next ??= { ...base }
    next[key] = frozenCopy(presence[key])
  }
  return next === undefined ? base : Object.freeze(next)
}
