/** The port through which the gateway tells what passes. It runs in pages too; what becomes of the numbers is not known here. */

export interface Meter {
  /** A frame of a client came in; `malformed` where it could not be read. */
  received(type: string): void
  /** A frame goes to one more connection. All who get it are told of one after the other, which is how they are counted. */
  queued(frame: object): void
  /** A frame was written to a connection. */
  sent(type: string): void
  /** Bytes that one write handed to a channel. */
  wrote(bytes: number): void
  /** The server closed a connection with this reason, such as `slow_consumer`; a client that went by itself is `gone`. */
  ended(reason: string): void
}

const ignore = (): void => {}

/** For whoever does not measure. */
export const silentMeter: Meter = {
  received: ignore,
  queued: ignore,
  sent: ignore,
  wrote: ignore,
  ended: ignore,
}
