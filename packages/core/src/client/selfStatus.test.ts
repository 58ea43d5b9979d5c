import type { ClientFrame, HelloRequest } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestNetwork } from '../testing/testNetwork.ts'
import { createTestServer, createTestWelcome } from '../testing/testServer.ts'
import { channel } from '../transport/channelTransport.ts'
import { createPresenceClient } from './createPresenceClient.ts'

function createScenario() {
  const network = createTestNetwork({ latency: 10 })
  const { clock } = network
  const server = createTestServer(network)
  const environment = createTestEnvironment({ clock })
  const client = createPresenceClient({ transport: channel({ open: () => server.dial() }), environment })
  const connect = (changes: Parameters<typeof createTestWelcome>[0] = {}): void => {
    clock.advance(10)
    server.end().say(createTestWelcome({ at: clock.wall(), ...changes }))
    clock.advance(20)
  }
  let taken = 0
  const takeSaid = (): ClientFrame[] => {
    clock.advance(10)
    const all = server.ends.flatMap(({ frames }) => frames)
    const fresh = all.slice(taken).filter(({ type }) => type !== 'ping' && type !== 'pong')
    taken = all.length
    return fresh
  }
  const hello = (): HelloRequest => {
    const found = server.end().frames.find((frame) => frame.type === 'hello')
    if (found?.type !== 'hello') throw new Error('no hello')
    return found
  }
  const reconnect = (changes: Parameters<typeof createTestWelcome>[0]): void => {
    server.end().channel.close(1001)
    const before = server.ends.length
    for (let waited = 0; server.ends.length === before && waited < 60_000; waited += 100) clock.advance(100)
    connect({ resume: 'resume-2', ...changes })
  }
  return { clock, server, environment, client, connect, reconnect, takeSaid, hello }
}

describe('my own status over a server', () => {
  test('a choice is pinned and goes at once; it settles with its ack', async () => {
    const { client, connect, takeSaid, server, clock } = createScenario()
    connect()
    takeSaid()
    let isAccepted = false
    void client.setStatus('busy', { text: 'in a call', expiresAt: clock.wall() + 60_000 }).then(() => {
      isAccepted = true
    })
    const [update] = takeSaid()
    expect(update).toMatchObject({
      type: 'statusUpdate',
      pin: true,
      until: expect.any(Number),
      changes: { status: 'busy', statusText: 'in a call' },
    })
    expect(client.self.getCurrent()).toMatchObject({ userId: 'ada', status: 'busy', statusText: 'in a call' })
    await Promise.resolve()
    expect(isAccepted).toBe(false)
    if (update?.type !== 'statusUpdate' || update.request === undefined) throw new Error('no request')
    server.end().say({ type: 'ack', request: update.request })
    clock.advance(10)
    await Promise.resolve()
    expect(isAccepted).toBe(true)
  })

  test('auto gives the choice back, and a choice ends by itself', () => {
    const { client, connect, takeSaid, clock } = createScenario()
    connect()
    takeSaid()
    void client.setStatus('busy')
    void client.setStatus('auto')
    expect(takeSaid()).toMatchObject([
      { type: 'statusUpdate', pin: true, changes: { status: 'busy' } },
      { type: 'statusUpdate', pin: true, changes: { status: null, statusText: null } },
    ])
    expect(client.self.getCurrent().status).toBe('online')
    void client.setStatus('away', { expiresAt: client.time.now() + 5_000 })
    clock.advance(4_900)
    expect(client.self.getCurrent().status).toBe('away')
    clock.advance(200)
    expect(client.self.getCurrent().status).toBe('online')
  })

  test('activity: the first change at once, the rest merged over 2 s, and what comes to nothing is not said', () => {
    const { client, connect, takeSaid, clock } = createScenario()
    connect()
    takeSaid()
    void client.setActivity({ activity: 'Coding', metadata: { branch: 'main' } })
    expect(takeSaid()).toMatchObject([{ changes: { activity: 'Coding', metadata: { branch: 'main' } } }])
    void client.setActivity({ activity: 'Debugging' })
    void client.setActivity({ language: 'ts' })
    expect(takeSaid()).toEqual([])
    clock.advance(2_000)
    expect(takeSaid()).toMatchObject([{ changes: { activity: 'Debugging', language: 'ts' } }])
    void client.setActivity({ activity: 'Coding' })
    void client.setActivity({ activity: 'Debugging' })
    clock.advance(4_000)
    expect(takeSaid()).toEqual([])
  })

  test('away after five minutes without input, said at once; back with the next input', () => {
    const { client, connect, takeSaid, clock, environment, server } = createScenario()
    connect()
    takeSaid()
    // A server that is heard of, so that the connection lasts.
    for (let waited = 0; waited < 300_000; waited += 10_000) {
      server.end().say({ type: 'ping', at: 0 })
      clock.advance(10_000)
    }
    const said = takeSaid().filter(({ type }) => type === 'statusUpdate')
    expect(said).toMatchObject([{ changes: { status: 'away' } }])
    expect(client.self.getCurrent().status).toBe('away')
    environment.input()
    expect(takeSaid()).toMatchObject([{ changes: { status: 'online' } }])
  })

  test('what was chosen before the first connection is in the greeting: who comes invisible is never seen', () => {
    const { client, connect, hello, takeSaid } = createScenario()
    void client.setStatus('invisible')
    void client.setActivity({ activity: 'Coding' })
    connect({ self: { status: 'invisible', pinned: true } })
    expect(hello()).toMatchObject({ pin: true, changes: { status: 'invisible', activity: 'Coding' } })
    expect(takeSaid().filter(({ type }) => type === 'statusUpdate')).toEqual([])
    expect(client.self.getCurrent().status).toBe('invisible')
  })

  test('an invisible choice of another window is said again to a server that may have forgotten, a busy one is not', () => {
    for (const [status, saysPin] of [
      ['invisible', true],
      ['busy', undefined],
    ] as const) {
      const { client, connect, reconnect, hello, server, clock } = createScenario()
      connect()
      server.end().say({ type: 'self', self: { status, pinned: true } })
      clock.advance(10)
      expect(client.self.getCurrent().status).toBe(status)
      reconnect({ sessionId: 'session-2', epoch: 'another', self: { status: 'online', pinned: false } })
      expect(hello().pin).toBe(saysPin)
    }
  })

  test('what is refused was never chosen: the last accepted choice stands again, with its text and its end', async () => {
    const { client, connect, takeSaid, server, clock } = createScenario()
    connect()
    takeSaid()
    const requestOf = (frame: ClientFrame | undefined): number => {
      if (frame?.type !== 'statusUpdate' || frame.request === undefined) throw new Error('no request')
      return frame.request
    }
    const refuse = (frame: ClientFrame | undefined): void => {
      const message = 'unable to take the frame; too many of them'
      server.end().say({ type: 'error', request: requestOf(frame), code: 'rate_limited', message })
      clock.advance(10)
    }
    const endsAt = clock.wall() + 60_000
    void client.setStatus('busy', { text: 'in a call', expiresAt: endsAt })
    server.end().say({ type: 'ack', request: requestOf(takeSaid()[0]) })
    clock.advance(10)

    const refused = client.setStatus('invisible')
    expect(client.self.getCurrent().status).toBe('invisible')
    refuse(takeSaid()[0])
    await expect(refused).rejects.toMatchObject({ code: 'rate_limited' })
    expect(client.self.getCurrent()).toMatchObject({
      status: 'busy',
      statusText: 'in a call',
      statusExpiresAt: endsAt,
      isStatusChosen: true,
    })
    const unrefused = client.setStatus('auto')
    refuse(takeSaid()[0])
    await expect(unrefused).rejects.toMatchObject({ code: 'rate_limited' })
    expect(client.self.getCurrent().status).toBe('busy')

    // A refusal that comes late takes nothing back of what was chosen since.
    const early = client.setStatus('away')
    void client.setStatus('online')
    refuse(takeSaid()[0])
    await expect(early).rejects.toMatchObject({ code: 'rate_limited' })
    expect(client.self.getCurrent()).toMatchObject({ status: 'online', isStatusChosen: true })
    clock.advance(60_000)
    expect(client.self.getCurrent()).toMatchObject({ status: 'online', isStatusChosen: true })
  })

  test('a refused choice ends when the one before it would have', async () => {
    const { client, connect, takeSaid, server, clock } = createScenario()
    connect()
    takeSaid()
    server.end().say({ type: 'self', self: { status: 'busy', pinned: true, until: clock.wall() + 5_000 } })
    clock.advance(10)
    const refused = client.setStatus('away')
    const [frame] = takeSaid()
    if (frame?.type !== 'statusUpdate' || frame.request === undefined) throw new Error('no request')
    server.end().say({ type: 'error', request: frame.request, code: 'forbidden', message: 'unable to' })
    clock.advance(10)
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
    expect(client.self.getCurrent().status).toBe('busy')
    clock.advance(5_000)
    expect(client.self.getCurrent()).toMatchObject({ status: 'online', isStatusChosen: false })
  })

  test('I am told which session this page is, whether I chose my status, and until when', () => {
    const { client, connect, clock } = createScenario()
    expect(client.self.getCurrent()).not.toHaveProperty('sessionId')
    connect()
    expect(client.self.getCurrent()).toMatchObject({ sessionId: 'session', isStatusChosen: false })
    const expiresAt = client.time.now() + 5_000
    void client.setStatus('busy', { expiresAt })
    expect(client.self.getCurrent()).toMatchObject({ isStatusChosen: true, statusExpiresAt: expiresAt })
    clock.advance(5_100)
    expect(client.self.getCurrent().isStatusChosen).toBe(false)
    expect(client.self.getCurrent()).not.toHaveProperty('statusExpiresAt')
  })

  test('offline cannot be chosen, and texts have limits', () => {
    const { client } = createScenario()
    const codeOf = (call: () => unknown): unknown => {
      try {
        call()
        return undefined
      } catch (error) {
        return Object(error).code
      }
    }
    expect(codeOf(() => client.setStatus('offline'))).toBe('unsupported')
    expect(codeOf(() => client.setStatus('busy', { text: 'x'.repeat(141) }))).toBe('data_too_large')
    expect(codeOf(() => client.setActivity({ activity: 'x'.repeat(129) }))).toBe('data_too_large')
    expect(codeOf(() => client.setActivity({ metadata: { when: new Map() } }))).toBe('invalid_presence')
    client.dispose()
    expect(codeOf(() => client.setStatus('busy'))).toBe('disposed')
  })
})
