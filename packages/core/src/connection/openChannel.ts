import type { FrameChannel } from '@rollcall/protocol'
import { endOfFailure, type ConnectionEnd } from './connectionEnd.ts'

/** A token, or how to get one; asked again at each opening. Kept in memory only. */
export type TokenSource = string | (() => string | Promise<string>)

export interface ChannelSource {
  readonly token?: TokenSource | undefined
  /** An open channel, ready to send. May throw or reject. */
  readonly open: () => FrameChannel | Promise<FrameChannel>
}

export interface OpenedChannel {
  readonly channel: FrameChannel
  readonly token: string | undefined
}

/** Goes on at once with a value, later with a promise: a channel in this process needs no turn of the loop. */
function whenThere<T>(make: () => T | Promise<T>, next: (value: T) => void, failed: (cause: unknown) => void): void {
  let made: T | Promise<T>
  try {
    made = make()
  } catch (cause) {
    failed(cause)
    return
  }
  // oxlint-disable-next-line promise/no-callback-in-promise -- what follows may be now or later; that is the point
  if (made instanceof Promise) made.then(next, failed)
  else next(made)
}

/** The token as text, or `undefined` where there is none. */
export function fetchToken(
  token: TokenSource | undefined,
  next: (token: string | undefined) => void,
  failed: (end: ConnectionEnd) => void,
): void {
  const make = (): string | undefined | Promise<string | undefined> => (typeof token === 'function' ? token() : token)
  whenThere(make, next, (cause) => failed(endOfFailure('get a token', cause)))
}

/** First the token, then the channel: the server waits only 5 s for a `hello`. */
export function openChannel(
  source: ChannelSource,
  opened: (opened: OpenedChannel) => void,
  failed: (end: ConnectionEnd) => void,
): void {
  const openWith = (token: string | undefined): void =>
    whenThere(
      source.open,
      (channel) => opened({ channel, token }),
      (cause) => failed(endOfFailure('open a channel', cause)),
    )
  fetchToken(source.token, openWith, failed)
}
