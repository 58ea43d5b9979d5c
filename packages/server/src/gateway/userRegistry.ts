/** Which users have connections open, how many, and what they may do in a second over all of them. */
import type { ServerLimits } from '../hub/serverLimits.ts'
import { createRateAccount, type RateAccount } from './rateAccount.ts'

export interface UserRegistry {
  /** One more connection of this user: their account, or `undefined` where they have too many. */
  add(userId: string): RateAccount | undefined
  remove(userId: string): void
}

export function createUserRegistry(limits: ServerLimits, now: () => number): UserRegistry {
  const users = new Map<string, { readonly account: RateAccount; connections: number }>()
  return {
    add: (userId) => {
      const user = users.get(userId) ?? {
        account: createRateAccount({ limits, now, factor: limits.perUserFactor }),
        connections: 0,
      }
      if (user.connections >= limits.connectionsPerUser) return undefined
      user.connections += 1
      users.set(userId, user)
      return user.account
    },
    remove: (userId) => {
      const user = users.get(userId)
      if (user === undefined) return
      user.connections -= 1
      if (user.connections === 0) users.delete(userId)
    },
  }
}
