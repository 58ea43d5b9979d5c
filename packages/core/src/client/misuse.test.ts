import { describe, expect, test } from 'vitest'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestNetwork } from '../testing/testNetwork.ts'
import { createTestRandom } from '../testing/testRandom.ts'
import { memory } from '../transport/memoryTransport.ts'
import { createPresenceClient } from './createPresenceClient.ts'
import type { StandardSchema } from './standardSchema.ts'

type Presence = Readonly<Record<string, unknown>>

function createParty(options: { readonly schema?: StandardSchema<Presence> } = {}) {
  const network = createTestNetwork()
  const errors: unknown[] = []
  let seed = 0
  const join = (name: string, more: typeof options = {}) => {
    seed += 1
    return createPresenceClient<Presence, Presence>({
      transport: memory(network.party(name)),
      user: { id: name, info: {} },
      environment: createTestEnvironment({ clock: network.clock, random: createTestRandom(seed) }),
      logger: (error) => errors.push(error),
      ...more,
    })
  }
  const client = join('alice', options)
  return { network, clock: network.clock, client, join, errors }
}

const failure = (call: () => unknown): unknown => {
  try {
    call()
  } catch (error) {
    const { code, hint } = Object(error)
    return [code, typeof hint === 'string' && hint.length > 0]
  }
  return undefined
}

/** Numbers alone. */
const numbers: StandardSchema<Presence> = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: (value) =>
      Object.values(Object(value)).every((item) => typeof item === 'number')
        ? { value: Object(value) }
        : { issues: [{ message: 'numbers alone' }] },
  },
}

describe('misuse has a code and a hint, and harms nothing', () => {
  test('update before enter and after leave', () => {
    const { client, clock } = createParty()
    const room = client.room('r', { visible: false })
    clock.advance(10)
    expect(failure(() => room.update({ a: 1 }))).toEqual(['not_entered', true])
    void room.enter({ a: 1 })
    void room.leave()
    expect(failure(() => room.update({ a: 2 }))).toEqual(['not_entered', true])
  })

  test('anything after dispose, of the room and of the client', () => {
    const { client, clock } = createParty()
    const room = client.room('r')
    clock.advance(10)
    room.dispose()
    for (const call of [
      () => room.enter(),
      () => room.update({}),
      () => room.leave(),
      () => room.claim(),
      () => room.rollCall(),
    ])
      expect(failure(call)).toEqual(['disposed', true])
    client.dispose()
    expect(failure(() => client.room('r'))).toEqual(['disposed', true])
  })

  test('a promise that dispose cuts off rejects as disposed', async () => {
    const { client } = createParty()
    const room = client.room('r')
    const pending = room.update({ a: 1 })
    client.dispose()
    await expect(pending).rejects.toMatchObject({ code: 'disposed' })
  })

  test('what cannot be serialised, or is too large, changes nothing and sends nothing', () => {
    const { client, clock, network } = createParty()
    const room = client.room('r', { initialPresence: { a: 1 } })
    clock.advance(1_000)
    const before = network.countFrames()
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    for (const value of [
      loop,
      () => 1,
      new Date(0),
      new Map(),
      1n,
      Number.NaN,
      Symbol('s'),
      { ['__proto__x']: undefined, f() {} },
    ])
      expect(failure(() => room.update({ value }))).toEqual(['invalid_presence', true])
    expect(failure(() => room.update(JSON.parse('{"__proto__":1}')))).toEqual(['invalid_presence', true])
    expect(failure(() => room.update({ value: 'x'.repeat(5_000) }))).toEqual(['data_too_large', true])
    expect(failure(() => room.claim({ value: 'ä'.repeat(2_100) }))).toEqual(['data_too_large', true])
    clock.advance(1_000)
    expect(network.countFrames()).toEqual(before)
    expect(room.presence.getCurrent()).toEqual({ a: 1 })
    expect(room.self.getCurrent()?.presence).toEqual({ a: 1 })
  })

  test('several parts that fit by themselves must fit together', () => {
    const { client } = createParty()
    const room = client.room('r')
    room.claim({ a: 'x'.repeat(3_000) })
    expect(failure(() => room.claim({ b: 'x'.repeat(3_000) }))).toEqual(['data_too_large', true])
    expect(Object.keys(room.presence.getCurrent())).toEqual(['a'])
  })

  test('a schema is kept on the way out, and on the way in', () => {
    const { client, clock, join, errors } = createParty({ schema: numbers })
    const room = client.room('r', { initialPresence: { a: 1 } })
    expect(failure(() => room.update({ a: 'one' }))).toEqual(['invalid_presence', true])
    expect(failure(() => client.room('other', { initialPresence: { a: 'one' } }))).toEqual(['invalid_presence', true])
    const bob = join('bob').room('r', { initialPresence: { a: 'one' } })
    clock.advance(1_000)
    expect(room.others.getCurrent()).toEqual([])
    expect(errors.map((error) => Object(error).code)).toContain('invalid_presence')
    void bob.update({ a: 2 })
    clock.advance(1_000)
    // Locations are reported beside what the schema knows of.
    room.reportPresence([])
    expect(room.presence.getCurrent()).toEqual({ a: 1, locations: [] })
    expect(room.others.getCurrent().map(({ presence }) => presence)).toEqual([{ a: 2 }])
  })

  test('a room id that does not fit, following without a server, a medium that knows nobody', () => {
    const { client, network } = createParty()
    expect(failure(() => client.room('with space'))).toEqual(['invalid_room', true])
    expect(failure(() => client.follow(['bob']))).toEqual(['unsupported', true])
    expect(failure(() => client.user('bob'))).toEqual(['unsupported', true])
    const environment = createTestEnvironment({ clock: network.clock })
    expect(failure(() => createPresenceClient({ transport: memory(network), environment }))).toEqual([
      'unsupported',
      true,
    ])
  })

  test('a listener that throws stops no other, and the logger is told', () => {
    const { client, clock, errors } = createParty()
    const room = client.room('r')
    const heard: string[] = []
    room.members.subscribe(() => {
      throw new Error('mine')
    })
    room.members.subscribe(() => heard.push('second'))
    clock.advance(10)
    expect(heard.length).toBeGreaterThan(0)
    expect(errors).toContainEqual(expect.objectContaining({ code: 'internal', cause: new Error('mine') }))
  })

  test('INV-23 changing what was handed in changes nothing', () => {
    const { client, clock } = createParty()
    const nested = { list: [1] }
    const room = client.room('r', { initialPresence: { nested } })
    const claimed = { more: { list: [1] } }
    room.claim(claimed)
    clock.advance(10)
    nested.list.push(2)
    claimed.more.list.push(2)
    void room.update({ touched: true })
    expect(room.presence.getCurrent()).toEqual({ nested: { list: [1] }, more: { list: [1] }, touched: true })
  })

  test('INV-48 mounting twice at once is mounting once: not a frame more', () => {
    const traces = ['once', 'twice'].map((how) => {
      const { client, clock, network } = createParty()
      const watched = client.room('r', { visible: false })
      clock.advance(1_000)
      const heard: string[] = []
      watched.events.subscribe(({ type, presence }) => heard.push(`${type} ${JSON.stringify(presence)}`))
      const mount = () => {
        const room = client.room('r', { visible: false })
        const claim = room.claim({ a: 1 })
        claim.report([])
        return () => {
          claim.release()
          room.dispose()
        }
      }
      if (how === 'twice') mount()()
      const unmount = mount()
      clock.advance(1_000)
      unmount()
      clock.advance(1_000)
      return [heard, network.countFrames()]
    })
    expect(traces[1]).toEqual(traces[0])
    expect(traces[0]?.[0]).toHaveLength(3)
  })
})
