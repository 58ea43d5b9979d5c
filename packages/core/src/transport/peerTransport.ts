/**
 * A transport over any medium that broadcasts text: framing, goodbyes and crash detection are
 * here; how text gets to the others is the medium's business.
 */
import { PresenceError, decodePeerMessage, encodePeerFrame, joinFrames, type PeerFrame } from '@rollcall/protocol'
import { createUnreadableFrames } from '../connection/unreadableFrames.ts'
import { createCrashWatch, type CrashWatch } from './crashWatch.ts'
import { beginPeerSession, type PeerSession } from './peerSession.ts'
import type { Transport, TransportContext } from './transport.ts'
import { createTransportStreams, type TransportStreams } from './transportStreams.ts'

/** What a medium tells. */
export interface PeerLinkEvents {
  /** Text as sent, or (from other programs) the same already parsed. */
  heard(message: unknown): void
  up(): void
  down(): void
}

export interface PeerLink {
  /** `false`: not transmitted. */
  post(message: string): boolean
  close(): void
}

export interface PeerMedium {
  /** Tells of `up` later, never before it has returned. May throw: then the transport has failed. */
  open(events: PeerLinkEvents): PeerLink
  /** The lock that a session holds as long as it lives; absent: crashes are found by silence alone. */
  lockName?(sessionId: string): string
}

/** A link that opens, closes and opens again, and the session that lives on it. */
interface PeerLine {
  open(): void
  close(): void
  post(frames: readonly PeerFrame[]): boolean
}

function createPeerLine(context: TransportContext, medium: PeerMedium, streams: TransportStreams): PeerLine {
  const lockName = medium.lockName?.bind(medium)
  const watch = createWatch(context, lockName, streams)
  const noteUnreadable = createUnreadableFrames((error) => context.report(error))
  let link: PeerLink | undefined
  let session: PeerSession | undefined
  let wasConnected = false

  const hear = (message: unknown): void => {
    for (const { frame, problem } of session?.isReady() === true ? decodePeerMessage(message) : []) {
      if (problem !== undefined) noteUnreadable(problem)
      else if (frame.sessionId !== session?.sessionId) {
        watch?.note(frame)
        streams.hear(frame)
        // Of ourselves only a goodbye said by somebody else matters: the store may have to object to it (INV-14).
      } else if (frame.type === 'disconnect') streams.hear(frame)
    }
    streams.settle()
  }
  const ready = (begun: PeerSession): void => {
    session = begun
    streams.setStatus({ state: 'connected', attempt: 0, ...(wasConnected ? { recovery: 'resynced' } : {}) })
    wasConnected = true
    streams.connected({ sessionId: begun.sessionId, resumed: false })
  }
  const down = (): void => {
    session?.end()
    session = undefined
    streams.lost()
    streams.setStatus({ state: 'reconnecting', attempt: 0 })
  }
  const post = (frames: readonly PeerFrame[]): boolean => {
    if (link === undefined || session?.isReady() !== true) return false
    for (const message of joinFrames(frames.map(encodePeerFrame))) if (!link.post(message)) return false
    for (const frame of frames) session.rooms.note(frame)
    return true
  }
  return {
    post,
    open: () => {
      const up = (): void => {
        session?.end()
        session = beginPeerSession({ context, lockName, ready })
      }
      try {
        link ??= medium.open({ heard: hear, up, down })
      } catch (cause) {
        const error = toError(cause)
        context.report(error)
        streams.setStatus({ state: 'failed', attempt: 0, reason: error.code, error })
      }
    },
    // Goodbye, then the channel, then the lock: in another order the departure would look like a crash, or not be said.
    close: () => {
      if (session !== undefined) post(session.rooms.takeGoodbyes())
      link?.close()
      link = undefined
      watch?.clear()
      down()
    },
  }
}

const toError = (cause: unknown): PresenceError =>
  cause instanceof PresenceError
    ? cause
    : new PresenceError('unsupported', 'unable to open the medium; it refused', { cause })

function createWatch(
  context: TransportContext,
  lockName: PeerMedium['lockName'],
  streams: TransportStreams,
): CrashWatch | undefined {
  if (context.locks === undefined || lockName === undefined) return undefined
  return createCrashWatch({
    locks: context.locks,
    lockName,
    crashed: (frame) => {
      streams.hear(frame)
      streams.settle()
    },
  })
}

/** Opens the medium one deferred task later, so that the streams can be subscribed to before. */
export function createPeerTransport(context: TransportContext, medium: PeerMedium): Transport {
  const streams = createTransportStreams()
  const line = createPeerLine(context, medium, streams)
  let disposed = false
  const cancelOpening = context.clock.defer(() => line.open())
  // A page that is gone or in the back/forward cache is not here: an open channel would keep it out of that cache,
  // and a held lock would hide the departure (PROTOCOL.md, chapter 4).
  const pageLife = context.pageLife$.subscribe(({ type }) => {
    if (type === 'hide') {
      cancelOpening()
      line.close()
    } else if (type === 'show') line.open()
  })
  return {
    liveness: 'peers',
    incoming$: streams.incoming$,
    settled$: streams.settled$,
    connections$: streams.connections$,
    status$: streams.status$,
    // The port says: peer frames where `liveness` is `peers`.
    send: (frames) => line.post(frames as readonly PeerFrame[]),
    dispose: () => {
      if (disposed) return
      disposed = true
      cancelOpening()
      pageLife.unsubscribe()
      line.close()
      streams.setStatus({ state: 'disconnected', attempt: 0 })
      streams.complete()
    },
  }
}
