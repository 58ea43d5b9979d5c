/** Bodies and ids of HTTP calls are checked by the codec's own rows: one set of rules for both doors (T10, T12). */
import { PresenceError, decodeClientMessage, type ClientFrame } from '@rollcall/protocol'

type Wire = Readonly<Record<string, unknown>> & { readonly t: ClientFrame['type'] }

/**
 * Reads `wire` as a client's frame.
 * @throws PresenceError with the code that the frame would be answered with
 */
function decodeRequest(wire: Wire): ClientFrame {
  const [decoded] = decodeClientMessage(JSON.stringify(wire))
  if (decoded?.frame !== undefined) return decoded.frame
  const { code = 'bad_frame', message = 'nothing to read' } = decoded?.problem ?? {}
  throw new PresenceError(code, `unable to answer; ${message}`)
}

/** @throws PresenceError `invalid_room` */
export function readRoom(room: unknown): string {
  const frame = decodeRequest({ t: 'rollCall', r: room })
  return frame.type === 'rollCall' ? frame.room : ''
}

/** @throws PresenceError `bad_frame`, `data_too_large` */
export function readPresence(presence: unknown): Extract<ClientFrame, { type: 'state' }>['presence'] {
  const frame = decodeRequest({ t: 'state', r: 'any', c: 1, d: presence })
  return frame.type === 'state' ? frame.presence : {}
}

/** Status keys under their whole names. @throws PresenceError `bad_frame`, `data_too_large` */
export function readChanges(
  body: Readonly<Record<string, unknown>>,
): Extract<ClientFrame, { type: 'statusUpdate' }>['changes'] {
  const frame = decodeRequest({
    t: 'statusUpdate',
    s: body['status'],
    st: body['statusText'],
    a: body['activity'],
    p: body['project'],
    l: body['language'],
    m: body['metadata'],
  })
  return frame.type === 'statusUpdate' ? frame.changes : {}
}

/** @throws PresenceError `bad_frame` */
export function readUserIds(ids: readonly string[]): readonly string[] {
  const frame = decodeRequest({ t: 'follow', ids })
  return frame.type === 'follow' ? frame.userIds : []
}
