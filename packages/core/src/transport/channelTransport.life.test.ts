import { describe, expect, it } from 'vitest'
import { CHANNEL_LATENCY_MS as LATENCY_MS, createChannelScenario } from '../testing/channelScenario.ts'
import type { TestEnvironment } from '../testing/testEnvironment.ts'
import { createTestWelcome } from '../testing/testServer.ts'

const types = (frames: readonly { readonly type: string }[]): string[] => frames.map(({ type }) => type)

describe('waking up (T28)', () => {
  const wakeUps: readonly [string, (environment: TestEnvironment) => void][] = [
    ['visible', (environment) => (environment.hide(), environment.show())],
    ['resumed', (environment) => (environment.freeze(), environment.resume())],
    ['restored from the back/forward cache', (environment) => environment.returnToPage()],
    ['online', (environment) => environment.goOnline()],
  ]

  it.each(wakeUps)('when %s pings, and keeps the socket that answers', (_name, wakeUp) => {
    const { clock, connect, environment, ends, status } = createChannelScenario()
    const server = connect()
    wakeUp(environment)
    clock.advance(LATENCY_MS)
    expect(server.frames.at(-1)).toEqual({ type: 'ping' })
    server.say({ type: 'pong' })
    clock.advance(LATENCY_MS)
    expect(status()).toEqual({ state: 'connected', attempt: 0, latency: 2 * LATENCY_MS })
    server.say({ type: 'ping', at: 1 })
    clock.advance(20_000)
    expect(ends).toHaveLength(1)
  })

  it.each(wakeUps)('when %s reconnects at once where no pong comes within 3 s', (_name, wakeUp) => {
    const { clock, connect, environment, ends } = createChannelScenario()
    const server = connect()
    clock.advance(10_000)
    server.wire.cut()
    wakeUp(environment)
    clock.advance(2_999)
    expect(ends).toHaveLength(1)
    clock.advance(1)
    expect(ends).toHaveLength(2)
  })

  it('takes a timer that comes 15 s late for a sleep, and verifies before it judges the silence', () => {
    const { clock, connect, ends } = createChannelScenario()
    const server = connect()
    clock.skew(60_000)
    clock.advance(5_000 + LATENCY_MS)
    expect(server.frames.at(-1)).toEqual({ type: 'ping' })
    server.say({ type: 'pong' })
    clock.advance(LATENCY_MS)
    expect(ends).toHaveLength(1)
  })

  it('tries at once when woken while it waits', () => {
    const { clock, connect, environment, ends } = createChannelScenario()
    connect().wire.breakOff()
    environment.resume()
    expect(ends).toHaveLength(2)
    clock.advance(60_000)
  })
})

describe('what fails on the way', () => {
  it('is tried again, also where opening throws at once', () => {
    let tries = 0
    const { clock, ends, statuses } = createChannelScenario({
      open: (dial) => {
        tries += 1
        if (tries === 1) throw new Error('no such worker')
        return dial()
      },
    })
    clock.advance(500)
    expect(ends).toHaveLength(1)
    expect(statuses[1]).toMatchObject({ reason: 'unreachable', error: { code: 'internal', retryable: true } })
    expect(statuses[1]?.error?.message).toBe('unable to open a channel; no such worker')
  })

  it('leaves the connection standing where only a fresh token could not be got', async () => {
    let asked = 0
    const token = (): Promise<string> => {
      asked += 1
      return asked === 1 ? Promise.resolve('jwt') : Promise.reject(new Error('signed out'))
    }
    const { clock, end, ends, reported, status } = createChannelScenario({ token })
    await clock.advanceAsync(LATENCY_MS)
    end().say(createTestWelcome())
    await clock.advanceAsync(LATENCY_MS)
    end().say({ type: 'warn', code: 'token_expiring' }, { type: 'warn', code: 'token_expiring' })
    await clock.advanceAsync(LATENCY_MS)
    expect(asked).toBe(2)
    expect(reported.map(({ code }) => code)).toEqual(['auth_unavailable'])
    expect(status()?.state).toBe('connected')
    expect(ends).toHaveLength(1)
  })
})

describe('the device', () => {
  it('burns no attempt while it is offline, and connects when it is online', () => {
    const { clock, connect, environment, ends, status } = createChannelScenario()
    const server = connect()
    clock.advance(10_000)
    server.wire.cut()
    environment.goOffline()
    clock.advance(3_600_000)
    expect(ends).toHaveLength(1)
    expect(status()).toMatchObject({ state: 'reconnecting', reason: 'heartbeat_timeout', attempt: 1 })
    expect(clock.pending()).toBe(0)
    environment.goOnline()
    expect(ends).toHaveLength(2)
  })

  it('keeps a socket that still answers, whatever the device says of its network', () => {
    const { clock, connect, environment, ends } = createChannelScenario()
    const server = connect()
    environment.goOffline()
    clock.advance(LATENCY_MS)
    server.say({ type: 'pong' })
    clock.advance(5_000)
    expect(ends).toHaveLength(1)
    expect(server.closes).toEqual([])
  })

  it('waits for the network before the first attempt', () => {
    const { clock, environment, ends } = createChannelScenario()
    environment.goOffline()
    clock.advance(60_000)
    expect(ends).toHaveLength(0)
    environment.goOnline()
    expect(ends).toHaveLength(1)
  })
})

describe('goodbye', () => {
  it('is `leave` on dispose, and ends everything for good', () => {
    const { clock, connect, transport, statuses, environment } = createChannelScenario()
    const server = connect()
    let completed = false
    transport.incoming$.subscribe({ complete: () => (completed = true) })
    transport.dispose()
    transport.dispose()
    clock.advance(LATENCY_MS)
    expect(server.frames.at(-1)).toEqual({ type: 'bye', reason: 'leave' })
    expect(server.closes).toEqual([1000])
    expect(statuses.at(-1)?.state).toBe('disconnected')
    expect(completed).toBe(true)
    expect(transport.send([])).toBe(false)
    transport.retry?.()
    environment.goOnline()
    clock.advance(60_000)
    expect(clock.pending()).toBe(0)
  })

  it('is `unload` when the page goes for good, and nothing when it may come back', () => {
    const { clock, connect, environment } = createChannelScenario()
    const server = connect()
    environment.freeze()
    environment.leavePage({ cached: true })
    clock.advance(LATENCY_MS)
    expect(types(server.frames)).toEqual(['hello'])
    environment.leavePage({ cached: false })
    clock.advance(LATENCY_MS)
    expect(server.frames.at(-1)).toEqual({ type: 'bye', reason: 'unload' })
  })

  it('closes a channel that opens after it (never two, never one too many)', async () => {
    let arrive = (): void => {}
    const { clock, transport, end } = createChannelScenario({
      open: (dial) =>
        new Promise((resolve) => {
          arrive = () => resolve(dial())
        }),
    })
    clock.runDeferred()
    transport.dispose()
    arrive()
    await clock.advanceAsync(LATENCY_MS)
    expect(end().closes).toEqual([1000])
    expect(end().frames).toEqual([])
  })

  it('may be said by a listener in the middle of a batch, which then ends', () => {
    const { clock, connect, transport, incoming, statuses } = createChannelScenario()
    const server = connect()
    transport.incoming$.subscribe(() => transport.dispose())
    server.say({ type: 'synced', room: 'a', version: 1 }, { type: 'synced', room: 'b', version: 1 })
    clock.advance(LATENCY_MS)
    expect(incoming).toHaveLength(1)
    expect(statuses.at(-1)?.state).toBe('disconnected')
  })
})
