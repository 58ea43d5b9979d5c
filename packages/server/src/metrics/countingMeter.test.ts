import { expect, it } from 'vitest'
import { createCountingMeter } from './countingMeter.ts'

it('counts frames by type, bytes, and why connections ended', () => {
  const meter = createCountingMeter(() => {})
  meter.received('hello')
  meter.received('malformed')
  meter.received('hello')
  meter.sent('welcome')
  meter.wrote(10)
  meter.wrote(5)
  meter.ended('gone')
  expect(meter.counts()).toEqual({
    received: new Map([
      ['hello', 2],
      ['malformed', 1],
    ]),
    sent: new Map([['welcome', 1]]),
    ended: new Map([['gone', 1]]),
    bytes: 15,
  })
})

it('tells to how many connections each frame went, the last one when it is read', () => {
  const spread: number[] = []
  const meter = createCountingMeter((connections) => spread.push(connections))
  const [first, second] = [{}, {}]
  for (const frame of [first, first, first, second]) meter.queued(frame)
  expect(spread).toEqual([3])
  meter.counts()
  meter.counts()
  expect(spread).toEqual([3, 1])
})
