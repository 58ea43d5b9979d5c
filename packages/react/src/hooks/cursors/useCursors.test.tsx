import { expect, test, vi } from 'vitest'
import type { PointerPosition, RoomMoves } from '@rollcall/core'
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
  const heard = vi.fn<(move: { readonly position: PointerPosition | null }) => void>()
  const end = cursors?.subscribe(heard)
  for (let step = 1; step <= 120; step += 1) {
    cursors?.move([step, step])
    await room.move('bo', [step, 0], 'canvas')
    await room.advance(16)
  }
  await room.advance(100)
  expect(heard.mock.lastCall?.[0].position).toEqual([120, 0])
  end?.()
  const { length } = heard.mock.calls
  await room.move('bo', null, 'canvas')
  await room.advance(100)
  expect(heard).toHaveBeenCalledTimes(length)
  expect(seen.size).toBe(1)
  expect(renders.of('area')).toBe(1)
})
