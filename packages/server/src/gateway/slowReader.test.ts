import { createTestClock, createTestRandom } from '@rollcall/core/testing'
import { createChannelPair, type ChannelClose, type FrameChannel } from '@rollcall/protocol'
import { describe, expect, it } from 'vitest'
import { createDevAuthenticator } from '../auth/devAuthenticator.ts'
import { memoryBackplane } from '../backplane/memoryBackplane.ts'
import { createPresenceHub } from '../hub/createPresenceHub.ts'
import { SERVER_LIMITS, SERVER_TIMES } from '../hub/serverLimits.ts'
import { createParty, type Party, type Wire } from './conversation.contract.ts'
import { createGateway } from './createGateway.ts'
import { watchReader } from './slowReader.ts'

function gatewayOnClock() {
  const clock = createTestClock()
  const ports = { clock, random: createTestRandom(3) }
  const hub = createPresenceHub({ ...ports, backplane: memoryBackplane() })
  const gateway = createGateway({
    ...ports,
    hub,
    authenticator: createDevAuthenticator(),
    hash: (text) => text,
    open: true,
    // The one writer of these tests is no flood.
    limits: { roomUpdatesPerSecond: 1_000, roomUpdateBurst: 1_000 },
  })
  const join = (user: string): Party => {
    const [client, server] = createChannelPair((deliver) => void clock.defer(deliver))
    gateway.accept(server)
    const party = createParty(client, () => clock.runDeferred())
    party.say({ t: 'hello', v: 1, user: { id: user } })
    return party
  }
  return { clock, hub, gateway, join }
}

/** A channel whose medium takes nothing while it sticks. */
function stickyChannel() {
  let onText = (_text: string): void => {}
  let stuck = false
  let waiting: string[] = []
  const taken: string[] = []
  const closes: ChannelClose[] = []
  const pending = (): number => waiting.reduce((bytes, text) => bytes + text.length, 0)
  const server: FrameChannel = {
    send: (text) => void (stuck ? waiting : taken).push(text),
    close: (code, reason = '') => void closes.push({ code, reason }),
    pendingBytes: pending,
    onText: (listener) => {
      onText = listener
    },
    onClose: () => {},
  }
  return {
    closes,
    pending,
    channel: { server, say: (...frames: readonly Wire[]) => onText(JSON.stringify(frames)) },
    taken: () => taken.flatMap((text): Wire[] => [JSON.parse(text) as Wire | Wire[]].flat()),
    stick: (next: boolean) => {
      stuck = next
      if (!stuck) taken.push(...waiting)
      if (!stuck) waiting = []
    },
  }
}

describe('a reader that does not read (T15)', () => {
  function slowReader() {
    const clock = createTestClock()
    const [channel] = createChannelPair()
    const calls: string[] = []
    const state = { pending: 0 }
    const reader = watchReader({
      channel: { ...channel, pendingBytes: () => state.pending },
      clock,
      limits: SERVER_LIMITS,
      times: SERVER_TIMES,
      pause: () => calls.push('pause'),
      resume: () => calls.push('resume'),
      giveUp: () => calls.push('give up'),
    })
    return { clock, calls, state, reader }
  }

  it('hears nothing above 256 KiB, and the newest values when it has caught up', () => {
    const { clock, calls, state, reader } = slowReader()
    state.pending = 262_144
    reader.wrote(262_144)
    expect(calls).toEqual([])
    state.pending = 262_145
    reader.wrote(1)
    expect(calls).toEqual(['pause'])
    state.pending = 70_000
    clock.advance(1_000)
    expect(calls).toEqual(['pause'])
    state.pending = 0
    clock.advance(250)
    expect(calls).toEqual(['pause', 'resume'])
    expect(clock.pending()).toBe(0)
  })

  it('is given up after 5 s in which it takes nothing', () => {
    const { clock, calls, state, reader } = slowReader()
    state.pending = 500_000
    reader.wrote(500_000)
    clock.advance(4_000)
    state.pending = 400_000
    clock.advance(4_999)
    expect(calls).toEqual(['pause'])
    clock.advance(500)
    expect(calls).toEqual(['pause', 'give up'])
  })

  it('is given up when answers to its own questions pile up over 1 MiB', () => {
    const { clock, calls, state, reader } = slowReader()
    state.pending = 300_000
    reader.wrote(300_000)
    reader.wrote(1_048_576)
    expect(calls).toEqual(['pause'])
    reader.wrote(1)
    expect(calls).toEqual(['pause', 'give up'])
    clock.advance(10_000)
    expect(calls).toHaveLength(2)
  })

  it('costs little, catches up with the newest of each, and others do not notice', () => {
    const { clock, gateway, join } = gatewayOnClock()
    const { channel, taken, stick, pending, closes } = stickyChannel()
    gateway.accept(channel.server)
    channel.say({ t: 'hello', v: 1, user: { id: 'slow' } }, { t: 'rollCall', r: 'room' })
    clock.runDeferred()
    const writers = Array.from({ length: 20 }, (_, index) => join(`writer${index}`))
    const witness = join('witness')
    witness.say({ t: 'rollCall', r: 'room' })
    stick(true)
    for (let round = 1; round <= 60; round += 1) {
      for (const writer of writers)
        writer.say({ t: 'state', r: 'room', c: round, d: { round, text: 'x'.repeat(1_000) } })
      clock.advance(50)
      channel.say({ t: 'pong' })
    }
    // Without the pause it would be 60 × 20 × 1,000 bytes.
    expect(pending()).toBeLessThan(400_000)
    expect(witness.heardOf('state')).toHaveLength(1_200)
    stick(false)
    clock.advance(1_000)
    const newest = new Map(taken().flatMap((frame) => (frame['t'] === 'state' ? [[frame['sid'], frame['d']]] : [])))
    expect([...newest.values()]).toEqual(writers.map(() => ({ round: 60, text: 'x'.repeat(1_000) })))
    expect(closes).toEqual([])
  })

  it('is closed with 4003 when it takes nothing for 5 s; its session is held', () => {
    const { clock, gateway, join, hub } = gatewayOnClock()
    const { channel, stick, closes } = stickyChannel()
    gateway.accept(channel.server)
    channel.say({ t: 'hello', v: 1, user: { id: 'slow' } }, { t: 'rollCall', r: 'room' })
    const writer = join('writer')
    stick(true)
    for (let round = 1; round <= 90; round += 1)
      writer.say({ t: 'state', r: 'room', c: round, d: { round, text: 'x'.repeat(4_000) } })
    clock.advance(6_000)
    expect(closes).toEqual([{ code: 4003, reason: 'slow_consumer' }])
    expect(hub.sessionCount()).toEqual({ attached: 1, held: 1 })
  })
})
