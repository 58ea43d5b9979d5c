import { expect, test, vi } from 'vitest'
import { createRoomHolding } from './roomHolding.ts'

function setUp() {
  const rooms: { dispose: ReturnType<typeof vi.fn<() => void>> }[] = []
  const holding = createRoomHolding(() => {
    const room = { dispose: vi.fn<() => void>() }
    rooms.push(room)
    return room
  })
  return { rooms, holding }
}

test('opens nothing until somebody holds it', () => {
  const { rooms, holding } = setUp()
  expect(holding.current()).toBeUndefined()
  expect(rooms).toHaveLength(0)
})

test('all holders share one handle, and the last release gives it back', () => {
  const { rooms, holding } = setUp()
  const first = holding.take()
  const second = holding.take()
  expect(second.room).toBe(first.room)
  first.release()
  expect(rooms[0]?.dispose).not.toHaveBeenCalled()
  expect(holding.current()).toBe(second.room)
  second.release()
  expect(rooms[0]?.dispose).toHaveBeenCalledTimes(1)
  expect(holding.current()).toBeUndefined()
})

test('releasing twice takes nobody else’s hold away', () => {
  const { rooms, holding } = setUp()
  const first = holding.take()
  holding.take()
  first.release()
  first.release()
  expect(rooms[0]?.dispose).not.toHaveBeenCalled()
})

test('taken again after the end, it is a new handle', () => {
  const { rooms, holding } = setUp()
  holding.take().release()
  const again = holding.take()
  expect(rooms).toHaveLength(2)
  expect(again.room).toBe(rooms[1])
})
