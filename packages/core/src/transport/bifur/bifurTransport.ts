/** Sanity's Bifur as a transport: presence in the dataset that a Studio has open, with its users. */
import { PresenceError, SESSION_ID_BYTES, createId, type PeerFrame } from '@rollcall/protocol'
import type { Transport, TransportContext, TransportFactory } from '../transport.ts'
import { createTransportStreams } from '../transportStreams.ts'
import { openSocket, platformSocket, type WebSocketConstructor } from '../webSocketTransport.ts'
import { createBifurConnection } from './bifurConnection.ts'
import { createBifurTalk } from './bifurTalk.ts'
import { createTokenChanges, type BifurToken } from './tokenChanges.ts'

export interface BifurOptions {
  /** Of the dataset's socket; see `bifurUrl`. */
  readonly url: string | URL
  /**
   * Travels in the first call, never in the address. An observable that emits another token authorizes it on the same
   * socket. Absent or `null`: none, as where a cookie vouches for us.
   */
  readonly token?: BifurToken
  /** The one room that the dataset is. Default: the first room that the client speaks of. */
  readonly room?: string
  /** A socket on which the server has said nothing for so long, not even a heartbeat, is dead, ms. Default 90,000. */
  readonly silenceMs?: number
  /** For platforms without one. Default: the platform's. */
  readonly WebSocket?: WebSocketConstructor
}

/** Nobody has written down how often the server's heartbeat comes; several a minute, it seems. */
const SILENCE_MS = 90_000

/**
 * A transport to Sanity's presence, seen by Studios and seeing them. `liveness: 'peers'`: sessions
 * tell of themselves and expire by silence. The medium vouches for user ids. Typing and pointers
 * do not exist there and are not sent. `@sanity/bifur-client` 1.0.0 must be installed.
 */
export function createBifurTransport(options: BifurOptions): TransportFactory {
  return (context) => openTransport(options, context)
}

function openTransport(options: BifurOptions, context: TransportContext): Transport {
  const streams = createTransportStreams()
  const sessionId = createId(context.random, SESSION_ID_BYTES)
  const room = createTopicRoom(options.room, context)
  const tokens = createTokenChanges(options.token, (error) => context.report(error))
  let userId: string | undefined
  let disposed = false
  const { talk, ...connection } = createBifurConnection({
    context,
    tokens,
    open: async () => openSocket(new (options.WebSocket ?? platformSocket())(String(options.url), [])),
    talk: (line) =>
      createBifurTalk({
        context,
        sessionId,
        room: room.id,
        send: line.send,
        isUp: line.isUp,
        welcomed: (stamped) => {
          userId = stamped
          line.step({ type: 'welcomed', silenceLimitMs: options.silenceMs ?? SILENCE_MS, resumed: false })
        },
        failed: line.step,
        hear: (frame) => {
          if (!disposed) streams.hear(frame)
        },
      }),
    connected: () => streams.connected({ sessionId, resumed: false, ...(userId === undefined ? {} : { userId }) }),
    statusChanged: (status) => {
      if (status.state !== 'connected') streams.lost()
      streams.setStatus(status)
      if (status.state === 'disconnected') streams.complete()
    },
  })
  // One deferred task later, so that the streams can be subscribed to before.
  const cancelStart = context.clock.defer(() => connection.start())
  return {
    liveness: 'peers',
    incoming$: streams.incoming$,
    connections$: streams.connections$,
    status$: streams.status$,
    send: (frames) => {
      if (disposed || !connection.isUp()) return false
      // The port says: peer frames where `liveness` is `peers`.
      const ours = (frames as readonly PeerFrame[]).filter((frame) => room.accepts(frame.room))
      for (const frame of ours) talk.say(frame)
      return ours.length === frames.length
    },
    retry: () => connection.retry(),
    dispose: () => {
      if (disposed) return
      disposed = true
      cancelStart()
      connection.dispose()
      tokens.dispose()
    },
  }
}

interface TopicRoom {
  readonly id: () => string | undefined
  /** `false`, and a report the first time: the room is another one. */
  accepts(room: string): boolean
}

/** A dataset has one topic, hence one room. */
function createTopicRoom(given: string | undefined, context: TransportContext): TopicRoom {
  let id = given
  const refused = new Set<string>()
  return {
    id: () => id,
    accepts: (room) => {
      id ??= room
      if (room === id) return true
      if (!refused.has(room)) {
        refused.add(room)
        context.report(
          new PresenceError('unsupported', `unable to be in the room "${room}"; this socket carries "${id}" alone`, {
            hint: 'one client and one transport for each dataset',
            details: { room },
          }),
        )
      }
      return false
    },
  }
}
