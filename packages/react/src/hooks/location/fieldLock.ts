/** Whose a field is, by who came first. Pure, so that every page comes to the same answer. */
import type { RegisteredUserPresence } from '../../context/register.ts'
import type { Timely } from '../useNow.ts'
import { cameAtOf, lastActAt } from './fieldVisitors.ts'

/**
 * What it means for others that somebody is at a field. `inform` only tells. `soft-lock` tells that it is theirs.
 * `hard-lock` keeps it from being changed, too.
 */
export type FieldMode = 'inform' | 'soft-lock' | 'hard-lock'

export interface FieldRules {
  readonly mode: FieldMode
  /** Ms without a sign of somebody after which they are idle. */
  readonly idleAfter: number
  /** More ms after which their lock ends by itself; `Infinity`: never. */
  readonly releaseAfter: number
}

/** Me beside those others. */
export interface FieldStanding {
  readonly userId: string
  /** Since when I am there, epoch ms; `undefined`: I am not. */
  readonly since: number | undefined
  /** Whose lock I have ended. */
  readonly overtaken: readonly string[]
}

export interface FieldLock extends Timely {
  /** Who holds the field against me, in the order in which they came. */
  readonly holders: readonly string[]
  /** All who are there, or hold it, have done nothing for a while. */
  readonly isIdle: boolean
}

export const UNLOCKED: FieldLock = { holders: [], isIdle: false, nextChangeAt: null }

/** The lock as it is at any instant, for `useNow`. */
export function fieldLock(
  visits: readonly RegisteredUserPresence[],
  { mode, idleAfter, releaseAfter }: FieldRules,
  me: FieldStanding,
): (now: number) => FieldLock {
  const locking = mode === 'inform' ? [] : visits.filter((visit) => isBefore(visit, me))
  return (now) => {
    const releases = locking.map((visit) => ({ id: visit.user.id, at: lastActAt(visit) + idleAfter + releaseAfter }))
    // Who does not say when they did something is never taken for idle.
    const held = releases.filter(({ at }) => at === -Infinity || now < at)
    const holders = held.map(({ id }) => id)
    const told = holders.length === 0 ? visits : visits.filter(({ user }) => holders.includes(user.id))
    const idleAt = Math.max(...told.map(lastActAt)) + idleAfter
    const isIdle = Number.isFinite(idleAt) && now >= idleAt
    const next = Math.min(...held.map(({ at }) => at).filter((at) => at > now), idleAt > now ? idleAt : Infinity)
    return { holders, isIdle, nextChangeAt: Number.isFinite(next) ? next : null }
  }
}

/** Of two who came in the same millisecond, the first by id. */
function isBefore(visit: RegisteredUserPresence, { userId, since, overtaken }: FieldStanding): boolean {
  const { id } = visit.user
  if (overtaken.includes(id)) return false
  if (since === undefined) return true
  const cameAt = cameAtOf(visit)
  return cameAt < since || (cameAt === since && id < userId)
}
