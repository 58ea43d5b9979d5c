/** Status texts are shown to others: made harmless where they come in (T22). Presence and metadata are left as they are. */
import type { StatusChanges } from '@rollcall/protocol'

// C0 and C1 controls, and the bidi overrides that let a text pass itself off as another.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNSAFE_TEXT = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** The same changes with a clean `statusText`. */
export function safeStatus(changes: StatusChanges): StatusChanges {
  if (typeof changes.statusText !== 'string') return changes
  return { ...changes, statusText: changes.statusText.replace(UNSAFE_TEXT, '').normalize('NFC') }
}
