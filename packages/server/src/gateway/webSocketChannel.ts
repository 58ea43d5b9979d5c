/** A socket of `ws` as a channel. What it carries is not looked at here. */
import { CLOSE_CODES, formatCloseReason, type ChannelClose, type FrameChannel } from '@rollcall/protocol'
import { WebSocket, type RawData } from 'ws'

/** Text to bytes. */
export type EncodeText = (text: string) => Buffer

/** RFC 6455, 5.5: a control frame has 125 bytes, two of them the code. */
const REASON_BYTES = 123

/**
 * Remembers the last text: where one goes to many sockets, one after the other, it becomes bytes once.
 * (`ws` itself would copy the text for each of them; unmasked bytes can be shared.)
 */
export function createTextEncoder(): EncodeText {
  let lastText = ''
  let lastBytes: Buffer = Buffer.alloc(0)
  return (text) => {
    if (text !== lastText) {
      lastText = text
      lastBytes = Buffer.from(text)
    }
    return lastBytes
  }
}

/** At most 123 bytes, not cut in the middle of a character. */
function fitReason(reason: string): string {
  const bytes = Buffer.from(reason)
  if (bytes.length <= REASON_BYTES) return reason
  // A cut character decodes to U+FFFD, which is longer than what was cut.
  return bytes
    .subarray(0, REASON_BYTES)
    .toString()
    .replace(/\uFFFD+$/, '')
}

function readText(message: RawData): string {
  if (Array.isArray(message)) return Buffer.concat(message).toString()
  return Buffer.isBuffer(message) ? message.toString() : Buffer.from(message).toString()
}

/** Probes on their way. A client that answers none is asked no more. */
const MOST_PROBES = 8

/**
 * Pings of the WebSocket itself, which browsers answer unseen: what was sent before a ping has arrived when its pong comes
 * (RFC 6455, 5.5.3: one pong may answer several pings).
 */
function createProbe(socket: WebSocket): (arrived: () => void) => void {
  const waiting = new Map<number, () => void>()
  let last = 0
  socket.on('pong', (payload) => {
    const answered = Number(payload.toString())
    for (const [id, arrived] of waiting) {
      if (id > answered) return
      waiting.delete(id)
      arrived()
    }
  })
  return (arrived) => {
    if (socket.readyState !== WebSocket.OPEN || waiting.size === MOST_PROBES) return
    last += 1
    waiting.set(last, arrived)
    socket.ping(String(last), false, () => {})
  }
}

export interface WebSocketChannelOptions {
  readonly encode: EncodeText
  /** Told of what a listener threw; the socket is closed with 1011, and nobody else notices. */
  readonly onFault: (fault: unknown) => void
}

/** Wraps an open socket. Binary messages close it with 1003; messages that arrive after a close are dropped. */
export function webSocketChannel(socket: WebSocket, { encode, onFault }: WebSocketChannelOptions): FrameChannel {
  let onText: ((text: string) => void) | undefined
  let onClose: ((close: ChannelClose) => void) | undefined
  const probe = createProbe(socket)
  const close = (code: number, reason = ''): void => {
    // ws answers a second close by waiting for the first one.
    if (socket.readyState === WebSocket.OPEN) socket.close(code, fitReason(reason))
  }
  // An exception out of an event of Node's ends the process: what one socket brings about stays with it.
  const guard = (listen: () => void): void => {
    try {
      listen()
    } catch (fault) {
      onFault(fault)
      close(CLOSE_CODES.internal, formatCloseReason('internal'))
    }
  }
  socket.on('message', (message, isBinary) => {
    if (socket.readyState !== WebSocket.OPEN) return
    if (isBinary) close(CLOSE_CODES.unsupportedData, formatCloseReason('unsupported_data'))
    else guard(() => onText?.(readText(message)))
  })
  socket.on('close', (code, reason) => guard(() => onClose?.({ code, reason: reason.toString() })))
  return {
    send: (text) => {
      // The callback keeps ws from throwing where the socket went away in this turn of the loop.
      if (socket.readyState === WebSocket.OPEN) socket.send(encode(text), { binary: false }, () => {})
    },
    close,
    pendingBytes: () => socket.bufferedAmount,
    probe,
    onText: (listener) => {
      onText = listener
    },
    onClose: (listener) => {
      onClose = listener
    },
  }
}
