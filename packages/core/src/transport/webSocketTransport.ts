/** The platform's WebSocket as a channel, given to the channel transport. */
import { PresenceError, SUBPROTOCOL, type FrameChannel } from '@rollcall/protocol'
import type { TokenSource } from '../connection/openChannel.ts'
import { channel } from './channelTransport.ts'
import type { TransportFactory } from './transport.ts'

/** As much of a WebSocket as is needed: the platform's own and that of `ws` fit. */
export interface WebSocketLike {
  readonly bufferedAmount: number
  send(text: string): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number; readonly reason: string }) => void): void
}

export type WebSocketConstructor = new (url: string, protocols: string[]) => WebSocketLike

type Url = string | URL

export interface WebSocketOptions {
  /** Where the server listens, e.g. `/realtime` (relative to the page) or `wss://example.org/realtime`. A function is asked at each attempt. */
  readonly url: Url | (() => Url | Promise<Url>)
  /** JWT, or how to get one. It travels in the first frame, never in the address (reliability T1). */
  readonly token?: TokenSource
  /** For platforms without one. Default: the platform's. */
  readonly WebSocket?: WebSocketConstructor
  /** Posts text that outlives the page. Default: `navigator.sendBeacon`, where there is one. */
  readonly beacon?: (url: string, text: string) => void
}

/** A transport to a server, over one WebSocket after another. */
export function webSocket(options: WebSocketOptions): TransportFactory {
  const { url, token, beacon = platformBeacon } = options
  let address = ''
  const open = async (): Promise<FrameChannel> => {
    const Socket = options.WebSocket ?? platformSocket()
    address = resolveUrl(typeof url === 'function' ? await url() : url)
    return openSocket(new Socket(address, [SUBPROTOCOL]))
  }
  // Browsers hand over what a dying page wrote to a socket, or do not; a beacon they do.
  const farewell = (resume: string): void => beacon(farewellUrl(address), JSON.stringify({ resume }))
  return channel({ open, farewell, ...(token === undefined ? {} : { token }) })
}

function platformBeacon(url: string, text: string): void {
  if (typeof navigator === 'object' && 'sendBeacon' in navigator) navigator.sendBeacon(url, text)
}

/** Beside the socket, over HTTP: `wss://example.org/realtime` → `https://example.org/realtime/bye`. */
function farewellUrl(address: string): string {
  const url = new URL(address)
  url.protocol = url.protocol.replace(/^ws/, 'http')
  url.pathname = `${url.pathname.replace(/\/$/, '')}/bye`
  url.search = ''
  return url.href
}

/** @throws PresenceError `unsupported` where the platform has none */
export function platformSocket(): WebSocketConstructor {
  if (typeof WebSocket === 'function') return WebSocket
  throw new PresenceError('unsupported', 'unable to open a socket; this platform has no WebSocket', {
    hint: 'hand one in: webSocket({ url, WebSocket })',
  })
}

/** Relative to the page; `http:` and `https:` become `ws:` and `wss:`, as browsers before 2024 insist. */
function resolveUrl(url: Url): string {
  const base = typeof location === 'object' ? location.href : undefined
  if (!URL.canParse(url, base))
    throw new PresenceError('unsupported', 'unable to open a socket; the address is not complete', {
      hint: 'outside of a page the url needs its host: wss://example.org/realtime',
    })
  const resolved = new URL(url, base)
  resolved.protocol = resolved.protocol.replace(/^http/, 'ws')
  // A fragment is an error to the constructor and means nothing to a server.
  resolved.hash = ''
  return resolved.href
}

/** Resolves once the socket is open; rejects when it closes before. */
export function openSocket(socket: WebSocketLike): Promise<FrameChannel> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(toChannel(socket)))
    // Why it failed is kept from pages on purpose; `close` follows `error` and is enough.
    socket.addEventListener('error', () => {})
    socket.addEventListener('close', ({ code }) => reject(new Error(`the socket closed with ${code} before it opened`)))
  })
}

function toChannel(socket: WebSocketLike): FrameChannel {
  return {
    send: (text) => socket.send(text),
    close: (code, reason) => socket.close(code, reason),
    pendingBytes: () => socket.bufferedAmount,
    onText: (listener) =>
      socket.addEventListener('message', ({ data: text }) => {
        // Servers of this protocol send text only.
        if (typeof text === 'string') listener(text)
      }),
    onClose: (listener) => socket.addEventListener('close', ({ code, reason }) => listener({ code, reason })),
  }
}
