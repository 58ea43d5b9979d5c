/** Decides for each frame of a connection: now, later merged to the newest value, or refused. */
import type { ClientFrame } from '@rollcall/protocol'
import type { ServerLimits } from '../hub/serverLimits.ts'
import type { RateAccount, RateKind } from './rateAccount.ts'

export type RateVerdict =
  | { readonly kind: 'proceed'; readonly delayMs: number }
  /** `isTold`: an error goes out; at most one a second. */
  | { readonly kind: 'refuse'; readonly retryAfterMs: number; readonly isTold: boolean }
  /** Too much of it: 4005. */
  | { readonly kind: 'close'; readonly retryAfterMs: number }

export interface RateGuard {
  /** `undefined`: a frame that could not be read. */
  judge(type: ClientFrame['type'] | undefined): RateVerdict
}

export interface RateGuardOptions {
  /** The connection's own, and its user's. */
  readonly accounts: readonly RateAccount[]
  readonly limits: ServerLimits
  readonly now: () => number
}

const VIOLATION_WINDOW_MS = 10_000
const NOTICE_MS = 1_000

const OWN_KIND: ReadonlyMap<ClientFrame['type'] | undefined, RateKind> = new Map([
  ['statusUpdate', 'status'],
  ['state', 'room'],
  ['patch', 'room'],
  ['move', 'room'],
  ['follow', 'follow'],
  ['unfollow', 'follow'],
])
const PINGS: ReadonlySet<ClientFrame['type'] | undefined> = new Set(['ping', 'pong'])
/** The newest value is all that counts: never refused, only merged. */
const MERGED: ReadonlySet<ClientFrame['type'] | undefined> = new Set(['state', 'patch', 'move', 'statusUpdate'])
/** They end something: refusing them would keep alive what costs. They still count as violations. */
const ALWAYS_DONE: ReadonlySet<ClientFrame['type'] | undefined> = new Set(['disconnect', 'dismiss', 'bye', 'auth'])

export function createRateGuard({ accounts, limits, now }: RateGuardOptions): RateGuard {
  let violations = 0
  let windowStart = Number.NEGATIVE_INFINITY
  let noticeAt = Number.NEGATIVE_INFINITY

  const wait = (kind: RateKind): number => Math.max(...accounts.map((account) => account.take(kind)))
  const waitFor = (type: ClientFrame['type'] | undefined): number => {
    if (PINGS.has(type)) return wait('ping')
    const own = OWN_KIND.get(type)
    return Math.max(wait('frame'), own === undefined ? 0 : wait(own))
  }
  const isTooMuch = (): boolean => {
    if (now() - windowStart > VIOLATION_WINDOW_MS) {
      windowStart = now()
      violations = 0
    }
    violations += 1
    return violations > limits.rateViolations
  }
  return {
    judge: (type) => {
      const waitMs = waitFor(type)
      if (waitMs === 0 || MERGED.has(type)) return { kind: 'proceed', delayMs: waitMs }
      if (isTooMuch()) return { kind: 'close', retryAfterMs: waitMs }
      if (ALWAYS_DONE.has(type)) return { kind: 'proceed', delayMs: 0 }
      const isTold = now() - noticeAt >= NOTICE_MS
      if (isTold) noticeAt = now()
      return { kind: 'refuse', retryAfterMs: waitMs, isTold }
    },
  }
}
