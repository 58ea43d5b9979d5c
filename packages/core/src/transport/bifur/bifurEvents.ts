/**
 * Presence events of the topic as frames between peers. The session's id stands in a different
 * place in each; who it belongs to is what the server stamped, never what anybody says.
 */
import { decodePeerMessage, type Clock, type Decoded, type PeerFrame } from '@rollcall/protocol'
import { readAnnouncement } from './announcement.ts'
import { isRecord } from './readRpcMessage.ts'
import { createStrangerIdle, type StrangerIdle } from './strangerIdle.ts'

/** What became of an event. */
export type BifurEvent =
  | (Decoded<PeerFrame> & { readonly userId?: string })
  /** A type that newer servers have and we do not know. */
  | { readonly unknownType: string }

/** @param seq grows with each event */
export type ReadBifurEvent = (event: unknown, room: string, seq: number) => BifurEvent

type Fields = Readonly<Record<string, unknown>>

/**
 * The topic is FIFO and the wire has no counters, so arrival is order: `seq` stands for the sender's own counter, and
 * grows over all connections, or a state heard after a reconnect would be older than one from before.
 */
export function createBifurEvents(clock: Clock): ReadBifurEvent {
  const idle = createStrangerIdle(clock)
  return (event, room, seq) => {
    const fields = isRecord(event) ? event : {}
    const keys = { r: room, c: seq }
    const m = isRecord(fields['m']) ? fields['m'] : {}
    switch (fields['type']) {
      case 'rollCall':
        // The wire does not number roll calls; each that arrives is one.
        return decode(fields, { ...keys, t: 'rollCall', sid: fields['session'], rc: String(seq) })
      case 'state':
        return decode(fields, {
          ...idleOf(m, idle),
          ...readAnnouncement(m),
          ...keys,
          ...stampOf(fields, m),
          t: 'state',
        })
      case 'disconnect':
        if (typeof m['session'] === 'string') idle.forget(m['session'])
        return decode(fields, { ...keys, t: 'disconnect', sid: m['session'], reason: 'left' })
      default:
        return { unknownType: String(fields['type']) }
    }
  }
}

const stampOf = (event: Fields, m: Fields): Fields => ({ sid: m['sessionId'], id: event['i'] })

function idleOf(m: Fields, idle: StrangerIdle): Fields {
  if (isRecord(m['rollcall']) || typeof m['sessionId'] !== 'string') return {}
  return { idle: idle.note(m['sessionId'], m['locations']) }
}

function decode(event: Fields, keys: Fields): BifurEvent {
  const [decoded] = decodePeerMessage(keys)
  if (decoded === undefined) return { unknownType: String(event['type']) }
  return typeof event['i'] === 'string' ? { ...decoded, userId: event['i'] } : decoded
}
