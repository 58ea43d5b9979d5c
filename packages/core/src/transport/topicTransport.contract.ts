/** The transport that docs/guides/transports.md shows. */
import { PresenceError, type Transport, type TransportFactory, type TransportStatus } from '@rollcall/core'
import {
  SESSION_ID_BYTES,
  createId,
  decodePeerMessage,
  encodePeerFrame,
  joinFrames,
  type PeerFrame,
} from '@rollcall/protocol'
import { BehaviorSubject, Subject, filter, map } from 'rxjs'

// #region transport
/** Whatever brings text to everybody who listens. */
export interface Topic {
  publish(text: string): void
  /** Returns the end of listening. Never calls back before it has returned. */
  listen(listener: { text(text: string): void; up(): void; down(): void }): () => void
}

export function overTopic(topic: Topic): TransportFactory {
  return ({ clock, random, report }): Transport => {
    const connection = { sessionId: createId(random, SESSION_ID_BYTES), resumed: false }
    const { sessionId } = connection
    const incoming = new Subject<PeerFrame>()
    const status = new BehaviorSubject<TransportStatus>({ state: 'connecting', attempt: 0 })
    const entered = new Map<string, number>()
    let stopListening = (): void => {}

    const publish = (frames: readonly PeerFrame[]): void => {
      for (const text of joinFrames(frames.map(encodePeerFrame))) topic.publish(text)
    }
    const note = (frame: PeerFrame): void => {
      if (frame.type === 'disconnect') entered.delete(frame.room)
      else if ('seq' in frame) entered.set(frame.room, frame.seq)
    }
    const hear = (text: string): void => {
      for (const { frame, problem } of decodePeerMessage(text))
        if (problem !== undefined) report(new PresenceError(problem.code, `unable to read a frame; ${problem.message}`))
        else if (frame.sessionId !== sessionId) incoming.next(frame)
    }
    const sayGoodbye = (): void =>
      publish(
        [...entered].map(([room, seq]) => ({ type: 'disconnect', room, sessionId, seq: seq + 1, reason: 'left' })),
      )
    // Later, so that whoever made us can subscribe before.
    const cancelListening = clock.defer(() => {
      stopListening = topic.listen({
        text: hear,
        up: () => status.next({ state: 'connected', attempt: 0 }),
        down: () => status.next({ state: 'reconnecting', attempt: 1 }),
      })
    })
    return {
      liveness: 'peers',
      incoming$: incoming,
      status$: status,
      connections$: status.pipe(
        filter(({ state }) => state === 'connected'),
        map(() => connection),
      ),
      send: (frames) => {
        if (status.value.state !== 'connected') return false
        // Where `liveness` is `peers`, all frames are of this kind.
        const said = frames as readonly PeerFrame[]
        publish(said)
        said.forEach(note)
        return true
      },
      dispose: () => {
        if (status.value.state === 'disconnected') return
        cancelListening()
        if (status.value.state === 'connected') sayGoodbye()
        stopListening()
        status.next({ state: 'disconnected', attempt: 0 })
        status.complete()
        incoming.complete()
      },
    }
  }
}
// #endregion
