import { isSameValue, type PresenceData } from '@rollcall/protocol'
import { frozenCopy } from './frozenCopy.ts'

/** What a patch says of presence data: top-level keys set whole, and keys removed. */
export interface PresencePatch {
  readonly presence?: PresenceData
  readonly removed?: readonly string[]
}

/** Applies a patch; the same object where it changes nothing. Copies what is new and shares the rest. */
export function patchPresence(base: PresenceData, patch: PresencePatch): PresenceData {
  const set = Object.entries(patch.presence ?? {}).filter(
    ([key, value]) => !(Object.hasOwn(base, key) && isSameValue(base[key], value)),
  )
  const removed = (patch.removed ?? []).filter((key) => Object.hasOwn(base, key))
  if (set.length === 0 && removed.length === 0) return base
  const next: Record<string, unknown> = { ...base }
  for (const key of removed) delete next[key]
  // Own keys only, whatever they are called: the codec has refused the dangerous ones.
  for (const [key, value] of set) next[key] = frozenCopy(value)
  return Object.freeze(next)
}
