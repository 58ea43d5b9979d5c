/** The simulated line by itself, with a real-looking socket behind it and a clock in hand. */
import { expect, test } from '@playwright/test'
import type { WebSocketLike } from '@rollcall/core'
import { travelMs } from '../src/network/conditions.ts'
import { createNetworkSimulator } from '../src/network/networkSimulator.ts'

interface Timer {
  readonly dueAt: number
  readonly task: () => void
}

/** A clock that goes when it is told to. */
function handClock() {
  let now = 0
  const timers = new Set<Timer>()
  return {
    now: () => now,
    wall: () => now,
    setTimer: (delayMs: number, task: () => void) => {
      const timer = { dueAt: now + delayMs, task }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance: (ms: number) => {
      const until = now + ms
      for (;;) {
        const [next] = [...timers].filter(({ dueAt }) => dueAt <= until).toSorted((a, b) => a.dueAt - b.dueAt)
        if (next === undefined) break
        timers.delete(next)
        now = Math.max(now, next.dueAt)
        next.task()
      }
      now = until
    },
  }
}

/** The far end of a socket: what arrived there, and what it can say. */
interface FarEnd {
  readonly arrived: string[]
  closedWith: number | undefined | 'open'
  say(type: string, event?: object): void
}

function world(preset: 'good' | 'offline' = 'good', chance = () => 0.5) {
  const clock = handClock()
  const farEnds: FarEnd[] = []
  const taps: string[] = []
  // A function, as a class would be one of ours; called with `new`.
  const Socket = function openFarEnd(): WebSocketLike {
    const listeners = new Map<string, ((event: never) => void)[]>()
    const far: FarEnd = {
      arrived: [],
      closedWith: 'open',
      // Each event is of the type that its listeners were added for.
      say: (type, event) => listeners.get(type)?.forEach((listener) => listener(event as never)),
    }
    farEnds.push(far)
    return {
      bufferedAmount: 0,
      send: (text) => void far.arrived.push(text),
      close: (code) => void (far.closedWith = code),
      addEventListener: (type: string, listener: (event: never) => void) =>
        void listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    }
  }
  const simulator = createNetworkSimulator({
    clock,
    chance,
    preset,
    tap: {
      text: (way, text) => taps.push(`${way} ${text}`),
      socket: (what, code) => taps.push([what, code].join(' ').trim()),
    },
    // What `new` needs; the compiler takes functions for functions only.
    Socket: Socket as unknown as new () => WebSocketLike,
  })
  const heard: string[] = []
  const open = () => {
    const socket = new simulator.WebSocket('ws://here', [])
    socket.addEventListener('open', () => heard.push('open'))
    socket.addEventListener('message', ({ data }) => heard.push(String(data)))
    socket.addEventListener('close', ({ code }) => heard.push(`closed ${code}`))
    return socket
  }
  return { clock, simulator, open, farEnds, heard, taps }
}

test('a good line hands everything on at once and unchanged, and the tap sees it', () => {
  const { open, farEnds, heard, taps } = world()
  const socket = open()
  farEnds[0]?.say('open')
  socket.send('hello')
  farEnds[0]?.say('message', { data: 'welcome' })
  farEnds[0]?.say('close', { code: 4000, reason: '' })
  expect(farEnds[0]?.arrived).toEqual(['hello'])
  expect(heard).toEqual(['open', 'welcome', 'closed 4000'])
  expect(taps).toEqual(['open', 'out hello', 'in welcome', 'close 4000'])
})

test('a slow line takes half the latency each way, keeps the order, and a change of it overtakes nothing', () => {
  const { clock, simulator, open, farEnds, heard } = world()
  simulator.adjust({ latencyMs: 400 })
  const socket = open()
  socket.send('first')
  simulator.choose('good')
  socket.send('second')
  farEnds[0]?.say('message', { data: 'news' })
  expect(heard).toEqual(['news'])
  clock.advance(199)
  expect(farEnds[0]?.arrived).toEqual([])
  clock.advance(1)
  expect(farEnds[0]?.arrived).toEqual(['first', 'second'])
})

test('what gets lost is sent again: it comes late, never not at all', () => {
  const chances = [0.1, 0.1, 0.9]
  const line = { latencyMs: 0, jitterMs: 0, lossPercent: 20 }
  expect(travelMs(line, () => chances.shift() ?? 1)).toBe(400)
  expect(travelMs({ ...line, lossPercent: 100 }, () => 0.5)).toBeLessThan(2000)
})

test('a dropped socket closes at both ends at once, without a goodbye', () => {
  const { simulator, open, farEnds, heard } = world()
  open()
  simulator.dropSocket()
  expect(heard).toEqual(['closed 1006'])
  expect(farEnds[0]?.closedWith).toBeUndefined()
})

test('a socket killed silently stays open at both ends and carries nothing, until the page gives up', () => {
  const { simulator, open, farEnds, heard } = world()
  const socket = open()
  simulator.killSilently()
  socket.send('anybody there?')
  farEnds[0]?.say('message', { data: 'ping' })
  farEnds[0]?.say('close', { code: 4408, reason: '' })
  expect(heard).toEqual([])
  expect(farEnds[0]).toMatchObject({ arrived: [], closedWith: 'open' })
  expect(simulator.getCurrent().isSilent).toBe(true)
  socket.close(1000)
  expect(farEnds[0]?.closedWith).toBe('open')
  expect(simulator.getCurrent().isSilent).toBe(false)
  // The next one is as good as ever.
  open().send('hello')
  expect(farEnds[1]?.arrived).toEqual(['hello'])
})

test('offline for a while: sockets end, none opens, and then the line is as it was', () => {
  const { clock, simulator, open, farEnds, heard } = world()
  simulator.choose('slow')
  open()
  simulator.goOfflineFor(70_000)
  expect(simulator.getCurrent()).toMatchObject({ preset: 'offline', backAt: 70_000 })
  open()
  expect(farEnds).toHaveLength(1)
  clock.advance(1000)
  expect(heard).toEqual(['closed 1006', 'closed 1006'])
  clock.advance(69_000)
  expect(simulator.getCurrent()).toMatchObject({ preset: 'slow', isOffline: false })
  open()
  expect(farEnds).toHaveLength(2)
})

test('reconnecting ends an outage and a silence before their time', () => {
  const { clock, simulator, open, heard } = world('offline')
  expect(simulator.getCurrent()).toMatchObject({ preset: 'offline', isOffline: true })
  simulator.restore()
  expect(simulator.getCurrent()).toMatchObject({ preset: 'good', isOffline: false })
  open()
  simulator.killSilently()
  simulator.restore()
  expect(heard).toEqual(['closed 1006'])
  simulator.goOfflineFor(1000)
  simulator.restore()
  simulator.choose('offline')
  clock.advance(2000)
  expect(simulator.getCurrent().isOffline).toBe(true)
})
