import { expect, test, vi } from 'vitest'
import type { RoomMoves } from '@rollcall/core'
import { useCursors } from '../../index.ts'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'

test('moving pointers render nothing, and the hook keeps its identity', async () => {
  const renders = createRenderCounts()
  const seen = new Set<RoomMoves>()
  const Area = () => {
    seen.add(useCursors('canvas'))
    return null
  }
  const { room } = await renderWithPresence(
    <renders.Probe id="area">
      <Area />
    </renders.Probe>,
    { members: ['bo'] },
  )
  const [cursors] = seen
  const heard = vi.fn<(move: unknown) => void>()
  const end = cursors?.subscribe(heard)
  for (let step = 0; step < 120; step += 1) {
    cursors?.move([step, step])
    await room.advance(16)
  }
  end?.()
  expect(seen.size).toBe(1)
  expect(renders.of('area')).toBe(1)
})
