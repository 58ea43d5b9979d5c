/** A client made of nothing but `ws` and the short keys of PROTOCOL.md: what another program would send and see. */
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket, type ClientOptions, type RawData } from 'ws'
import { within } from './within.ts'

export type WireFrame = Readonly<Record<string, unknown>>
/** Keys that a frame must have, with these values; others are not looked at. */
export type Pattern = Readonly<Record<string, unknown>>

export interface RawClient {
  readonly socket: WebSocket
  /** Sends frames as one message: one alone as an object, several as a batch. */
  say(...frames: readonly WireFrame[]): void
  /** The first frame that fits and was not taken yet; frames before it stay. */
  next(pattern: Pattern): Promise<WireFrame>
  /** Everything that has come, but pings; in order. */
  frames(): readonly WireFrame[]
  /** Resolves when everything that the server had sent by now has come. */
  settled(): Promise<void>
  /** How it ended; waits for it. */
  closed(): Promise<{ readonly code: number; readonly reason: string }>
}

const fits = (frame: WireFrame, pattern: Pattern): boolean =>
  Object.entries(pattern).every(([key, value]) => JSON.stringify(frame[key]) === JSON.stringify(value))

function textOf(message: RawData): string {
  return Buffer.isBuffer(message) ? message.toString() : ''
}

interface Inbox {
  put(frame: WireFrame): void
  next(pattern: Pattern): Promise<WireFrame>
  all(): readonly WireFrame[]
}

function createInbox(): Inbox {
  const all: WireFrame[] = []
  const untaken: WireFrame[] = []
  const waiting: { pattern: Pattern; resolve: (frame: WireFrame) => void }[] = []
  return {
    put: (frame) => {
      all.push(frame)
      const index = waiting.findIndex(({ pattern }) => fits(frame, pattern))
      if (index === -1) untaken.push(frame)
      else for (const { resolve } of waiting.splice(index, 1)) resolve(frame)
    },
    next: (pattern) => {
      const index = untaken.findIndex((frame) => fits(frame, pattern))
      if (index !== -1) return Promise.resolve(untaken.splice(index, 1)[0] ?? {})
      const found = new Promise<WireFrame>((resolve) => waiting.push({ pattern, resolve }))
      return within(`${JSON.stringify(pattern)} after ${JSON.stringify(all.slice(-5))}`, found)
    },
    all: () => all,
  }
}

/** Opens a socket and says nothing. It is cut when the test is over. */
export async function openSocket(url: string, options: ClientOptions & { protocol?: string } = {}): Promise<RawClient> {
  const { protocol = 'rollcall.v1', ...rest } = options
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/realtime`, protocol, rest)
  onTestFinished(() => socket.terminate())
  const inbox = createInbox()
  const say = (...frames: readonly WireFrame[]): void =>
    socket.send(JSON.stringify(frames.length === 1 ? frames[0] : frames))
  socket.on('message', (message) => {
    const frames: WireFrame[] = [JSON.parse(textOf(message))].flat()
    for (const frame of frames) {
      if (frame['t'] === 'ping') say({ t: 'pong' })
      else inbox.put(frame)
    }
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  await within('the socket to open', once(socket, 'open'))
  // From here on an error of the socket shows as its close.
  socket.on('error', () => {})
  return {
    socket,
    say,
    next: inbox.next,
    frames: () => inbox.all().filter((frame) => frame['t'] !== 'pong'),
    // The server answers in order, and each connection's text is written in order.
    settled: async () => {
      say({ t: 'ping' })
      await inbox.next({ t: 'pong' })
    },
    closed: () => within('the socket to close', closed),
  }
}

/** Opens a socket and says `hello`; gives the client and its `welcome`. */
export async function connect(
  url: string,
  hello: WireFrame,
): Promise<RawClient & { readonly welcome: WireFrame; readonly sid: string }> {
  const client = await openSocket(url)
  client.say({ t: 'hello', v: 1, ...hello })
  const welcome = await client.next({ t: 'welcome' })
  const sid = welcome['sid']
  return { ...client, welcome, sid: typeof sid === 'string' ? sid : '' }
}

/** `hello` of somebody in development mode. */
export const dev = (id: string): WireFrame => ({ user: { id, name: id } })
