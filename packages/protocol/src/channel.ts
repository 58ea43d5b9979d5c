/**
 * A channel carries text both ways and knows no meaning: a WebSocket, a port to a worker, or
 * the in-process pair below. The same small thing in both ends' hands.
 */
export interface FrameChannel {
  /** Hands text to the medium. Never throws; text sent to a closed channel is dropped. */
  send(text: string): void
  /** Ends the channel. Idempotent. `onClose` of this side is called too, maybe much later. */
  close(code: number, reason?: string): void
  /** Bytes accepted by `send` and not yet handed to the network; 0 where the medium cannot tell. */
  pendingBytes(): number
  /** Calls `arrived` once the other end is known to have everything sent before. Absent where the medium cannot tell. */
  probe?(arrived: () => void): void
  /** The one reader. Set before the turn of the loop in which the channel was got ends, so that no text is missed. */
  onText(listener: (text: string) => void): void
  /** Called once, when either side or the medium ended it. */
  onClose(listener: (close: ChannelClose) => void): void
}

export interface ChannelClose {
  readonly code: number
  readonly reason: string
}
