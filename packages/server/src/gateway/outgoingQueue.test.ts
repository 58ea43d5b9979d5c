import { createTestClock } from '@rollcall/core/testing'
import { createChannelPair } from '@rollcall/protocol'
import { describe, expect, it } from 'vitest'
import { createOutgoing, type OutgoingFrame } from '../hub/delivery.ts'
import { silentMeter } from '../metrics/meter.ts'
import { createFlusher, createOutgoingQueue } from './outgoingQueue.ts'

const frame = (request: number): OutgoingFrame => createOutgoing({ type: 'ack', request })

function queues(count: number, maxBytes = 65_536) {
  const clock = createTestClock()
  const flusher = createFlusher(clock, maxBytes)
  const made = Array.from({ length: count }, () => {
    const texts: string[] = []
    const written: number[] = []
    const [channel] = createChannelPair()
    const queue = createOutgoingQueue({
      meter: silentMeter,
      channel: { ...channel, send: (text) => texts.push(text) },
      flusher,
      onWrite: (bytes) => written.push(bytes),
    })
    return { queue, texts, written }
  })
  return { clock, made, flusher }
}

describe('the outgoing queue', () => {
  it('writes what came in a turn of the loop as one message, in order', () => {
    const { clock, made } = queues(1)
    const [one] = made
    for (const request of [1, 2, 3]) one?.queue.push(frame(request))
    expect(one?.texts).toEqual([])
    clock.runDeferred()
    one?.queue.push(frame(4))
    clock.runDeferred()
    expect(one?.texts).toEqual(['[{"t":"ack","n":1},{"t":"ack","n":2},{"t":"ack","n":3}]', '{"t":"ack","n":4}'])
    expect(one?.written).toEqual([51, 17])
  })

  it('joins once for all who get the same, and never mistakes one queue for another', () => {
    const { clock, made } = queues(3)
    const [first, second, third] = [frame(1), frame(2), frame(3)]
    const other = frame(9)
    for (const shared of [first, second, third]) made[0]?.queue.push(shared)
    for (const shared of [first, second, third]) made[1]?.queue.push(shared)
    // The same at both ends, another one in the middle.
    for (const mixed of [first, other, third]) made[2]?.queue.push(mixed)
    clock.runDeferred()
    const [a, b, c] = made.map(({ texts }) => texts[0])
    expect(a).toBe(b)
    expect(c).toBe('[{"t":"ack","n":1},{"t":"ack","n":9},{"t":"ack","n":3}]')
  })

  it('writes less often, and more at once, while many are written to', () => {
    const { clock, made } = queues(200)
    const sendAll = (request: number): void => {
      const shared = frame(request)
      for (const { queue } of made) queue.push(shared)
    }
    sendAll(1)
    clock.runDeferred()
    expect(made[0]?.texts).toHaveLength(1)
    for (const request of [2, 3, 4]) {
      sendAll(request)
      clock.advance(1)
    }
    expect(made[0]?.texts).toHaveLength(1)
    clock.advance(1)
    expect(made[0]?.texts.at(-1)).toBe('[{"t":"ack","n":2},{"t":"ack","n":3},{"t":"ack","n":4}]')
    clock.advance(100)
    made[0]?.queue.push(frame(5))
    clock.runDeferred()
    expect(made[0]?.texts).toHaveLength(3)
  })

  it('keeps messages within their size', () => {
    const { clock, made } = queues(1, 60)
    for (let request = 1; request <= 5; request += 1) made[0]?.queue.push(frame(request))
    clock.runDeferred()
    expect(made[0]?.texts).toHaveLength(2)
  })

  it('flushes before a close, and takes nothing after it', () => {
    const { clock, made } = queues(1)
    made[0]?.queue.push(frame(1))
    made[0]?.queue.flush()
    made[0]?.queue.push(frame(2))
    made[0]?.queue.close()
    made[0]?.queue.push(frame(3))
    clock.runDeferred()
    expect(made[0]?.texts).toEqual(['{"t":"ack","n":1}'])
  })
})
