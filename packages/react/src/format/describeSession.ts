import type { SessionDevice, Strings } from '../strings/strings.ts'

const KEYS = ['device', 'client'] as const

function isKnown(text: string): text is SessionDevice {
  return text === 'phone' || text === 'tablet' || text === 'computer'
}

/**
 * What a session runs on, as far as it says so itself: the text of `presence.device` or `presence.client`. `phone`,
 * `tablet` and `computer` are translated, anything else ("Firefox on Linux") is shown as it is. `undefined`: it says nothing.
 */
export function describeSession(presence: unknown, strings: Strings): string | undefined {
  if (typeof presence !== 'object' || presence === null) return undefined
  for (const key of KEYS) {
    const found: unknown = Reflect.get(presence, key)
    if (typeof found === 'string' && found.trim() !== '') return isKnown(found) ? strings.devices[found] : found
  }
  return undefined
}
