import { createTestClock } from '@rollcall/core/testing'
import { createChannelPair } from '@rollcall/protocol'
import { describe, expect, it } from 'vitest'
import { createArrivalProof } from './arrivalProof.ts'

function setUp() {
  const clock = createTestClock()
  let marks = 0
  const proved: number[] = []
  const arrivals: (() => void)[] = []
  const channel = { ...createChannelPair()[0], probe: (arrived: () => void) => void arrivals.push(arrived) }
  const mark = () => {
    const mine = (marks += 1)
    return () => void proved.push(mine)
  }
  return { clock, arrivals, proved, mark, proof: createArrivalProof({ clock, channel, mark }) }
}

describe('createArrivalProof', () => {
  it('probes after the first write, then once a second at the most, the last write included', () => {
    const { clock, proof, arrivals, proved } = setUp()
    proof.wrote()
    proof.wrote()
    proof.wrote()
    expect(arrivals).toHaveLength(1)
    clock.advance(999)
    expect(arrivals).toHaveLength(1)
    clock.advance(1)
    expect(arrivals).toHaveLength(2)
    clock.advance(10_000)
    expect(arrivals).toHaveLength(2)
    expect(proved).toEqual([])
    for (const arrived of arrivals) arrived()
    expect(proved).toEqual([1, 2])
  })

  it('probes after a picture at once', () => {
    const { clock, proof, arrivals } = setUp()
    proof.wrote()
    proof.expectPicture()
    proof.wrote()
    expect(arrivals).toHaveLength(2)
    clock.advance(10_000)
    expect(arrivals).toHaveLength(2)
  })

  it('leaves no timer behind, and asks nothing of a channel that cannot tell', () => {
    const { clock, proof, mark } = setUp()
    proof.wrote()
    proof.wrote()
    proof.stop()
    expect(clock.pending()).toBe(0)
    const mute = createArrivalProof({ clock, channel: createChannelPair()[0], mark })
    mute.wrote()
    mute.wrote()
    expect(clock.pending()).toBe(0)
  })
})
