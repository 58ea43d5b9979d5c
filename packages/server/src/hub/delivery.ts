/** How frames leave the hub: one frame, encoded once, and a reference to those who get it. */
import { encodeServerFrame, utf8Length, type ServerFrame } from '@rollcall/protocol'

/** A frame on its way to any number of connections. */
export interface OutgoingFrame {
  readonly frame: ServerFrame
  /** The frame's text; made when first asked for, then shared. */
  text(): string
  /** Bytes of the text. */
  bytes(): number
}

/** One live connection, as the hub sees it. It knows no socket. */
export interface Recipient {
  receive(outgoing: OutgoingFrame): void
  /** Ends the connection. The hub has forgotten it already: its close has no effect any more (INV-39). */
  close(code: number, reason: string): void
  /** When the client was last heard, epoch ms. */
  lastContactAt(): number
}

/** Wraps a frame so that it is encoded once, however many get it. */
export function createOutgoing(frame: ServerFrame): OutgoingFrame {
  let text: string | undefined
  let bytes: number | undefined
  const encoded = (): string => (text ??= encodeServerFrame(frame))
  return { frame, text: encoded, bytes: () => (bytes ??= utf8Length(encoded())) }
}
