/** What the server vouches for about a user is shown to everybody: it is made harmless once, where it comes in (T22). */
import { LIMITS, exceedsBytes, type Info } from '@rollcall/protocol'

// C0 and C1 controls, and the bidi overrides that let a name pass itself off as another.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNSAFE_TEXT = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const safeText = (text: string): string => text.replace(UNSAFE_TEXT, '').normalize('NFC').trim()

const safeName = (name: string): string => Array.from(safeText(name)).slice(0, LIMITS.nameCodePoints).join('')

/** An absolute `https:` address without credentials, or nothing. */
function safeAvatar(avatar: string): string | undefined {
  if (avatar.length > LIMITS.avatarLength || !/^https:\/\//i.test(avatar)) return undefined
  if (!URL.canParse(avatar)) return undefined
  const url = new URL(avatar)
  return url.username === '' && url.password === '' ? url.href : undefined
}

function safeValue(key: string, value: unknown): unknown {
  if (key === 'avatar') return typeof value === 'string' ? safeAvatar(value) : undefined
  if (typeof value !== 'string') return value
  return key === 'name' ? safeName(value) : safeText(value)
}

/**
 * A copy with controls and bidi overrides stripped from its texts, the name cut to 128 code points
 * and an avatar only where it is an `https:` address. Over 4 KiB, name and avatar alone are kept.
 */
export function safeInfo(info: Info): Info {
  const entries = Object.entries(info)
    .filter(([key]) => !FORBIDDEN_KEYS.has(key))
    .map(([key, value]) => [key, safeValue(key, value)] as const)
    .filter(([, value]) => value !== undefined && value !== '')
  const whole = Object.fromEntries(entries)
  if (!exceedsBytes(JSON.stringify(whole), LIMITS.userDataBytes)) return whole
  return Object.fromEntries(entries.filter(([key]) => key === 'name' || key === 'avatar'))
}
