/** What every backplane must do. */
import { describe, expect, it } from 'vitest'
import type { Backplane } from './backplane.ts'

export function backplaneContract(name: string, create: () => Backplane): void {
  describe(`${name} as a backplane`, () => {
    it('remembers a person until told otherwise', () => {
      const backplane = create()
      expect(backplane.recall('ann')).toBeUndefined()
      backplane.remember('ann', { lastSeenAt: 5, info: { name: 'Ann' }, pinned: { status: 'busy', until: 7 } })
      expect(backplane.recall('ann')).toEqual({
        lastSeenAt: 5,
        info: { name: 'Ann' },
        pinned: { status: 'busy', until: 7 },
      })
      backplane.remember('ann', { lastSeenAt: 6 })
      expect(backplane.recall('ann')).toEqual({ lastSeenAt: 6 })
      expect(backplane.recall('bob')).toBeUndefined()
      backplane.dispose()
    })

    it.each(['__proto__', 'constructor', 'a:b', 'ü'])('takes %s for a user id like any other', (userId) => {
      const backplane = create()
      expect(backplane.recall(userId)).toBeUndefined()
      backplane.remember(userId, { lastSeenAt: 1 })
      expect(backplane.recall(userId)).toEqual({ lastSeenAt: 1 })
      backplane.dispose()
    })
  })
}
