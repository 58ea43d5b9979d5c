import { expect, it } from 'vitest'
import { backplaneContract } from './backplane.contract.ts'
import { memoryBackplane } from './memoryBackplane.ts'

backplaneContract('memory', memoryBackplane)

it('forgets those who were not heard of for longest, beyond its capacity (T18)', () => {
  const backplane = memoryBackplane({ capacity: 2 })
  backplane.remember('a', { lastSeenAt: 1 })
  backplane.remember('b', { lastSeenAt: 2 })
  backplane.remember('a', { lastSeenAt: 3 })
  backplane.remember('c', { lastSeenAt: 4 })
  expect(['a', 'b', 'c'].map((id) => backplane.recall(id)?.lastSeenAt)).toEqual([3, undefined, 4])
})
