/** What this session says of itself, as frames: requests to a server, whole states between tabs. */
import {
  diffKeys,
  type DisconnectFrame,
  type DisconnectRequest,
  type Info,
  type PatchRequest,
  type PresenceData,
  type StateFrame,
  type StateRequest,
  type StatusFields,
  type TypingFrame,
  type TypingRequest,
} from '@rollcall/protocol'

/** Who speaks. `sessionId` is that of the present connection. */
export interface Speaker {
  readonly sessionId: string
  readonly userId: string
  readonly info: Info
  readonly fields: StatusFields
  /** Ms since the last input, on our monotonic clock. */
  readonly idleMs: number
}

export interface OwnFrameParts {
  readonly liveness: 'peers' | 'authority'
  readonly room: string
  readonly speaker: Speaker
  readonly seq: number
  readonly request?: number | undefined
}

const asked = (request: number | undefined): { readonly request?: number } => (request === undefined ? {} : { request })

export interface WholeState {
  readonly presence: PresenceData
  readonly typing: readonly string[]
  /** Epoch ms, and age on our monotonic clock, of entering. */
  readonly enteredAt: number
  readonly ageMs: number
}

/** All that this session is in the room. */
export function stateFrame(parts: OwnFrameParts, whole: WholeState): StateRequest | StateFrame {
  const { room, speaker, seq } = parts
  const typing = whole.typing.length === 0 ? {} : { typing: whole.typing }
  if (parts.liveness === 'authority')
    return {
      type: 'state',
      room,
      seq,
      ...asked(parts.request),
      presence: whole.presence,
      ...typing,
      idleMs: speaker.idleMs,
    }
  return {
    type: 'state',
    room,
    sessionId: speaker.sessionId,
    userId: speaker.userId,
    seq,
    info: speaker.info,
    ...speaker.fields,
    presence: whole.presence,
    ...typing,
    idleMs: speaker.idleMs,
    enteredAt: whole.enteredAt,
    ageMs: whole.ageMs,
  }
}

/** Only the keys that differ from what was said last. A server alone takes these. */
export function patchFrame(parts: OwnFrameParts, from: PresenceData, to: PresenceData): PatchRequest {
  const diff = diffKeys(from, to)
  return {
    type: 'patch',
    room: parts.room,
    seq: parts.seq,
    ...asked(parts.request),
    ...(diff?.set === undefined ? {} : { presence: diff.set }),
    ...(diff?.removed === undefined ? {} : { removed: diff.removed }),
    idleMs: parts.speaker.idleMs,
  }
}

/** Goodbye, maybe with a last word. */
export function disconnectFrame(
  parts: OwnFrameParts,
  lastWord: PresenceData | undefined,
): DisconnectRequest | DisconnectFrame {
  const { room, seq } = parts
  const said = lastWord === undefined ? {} : { presence: lastWord }
  if (parts.liveness === 'authority') return { type: 'disconnect', room, seq, ...asked(parts.request), ...said }
  return { type: 'disconnect', room, sessionId: parts.speaker.sessionId, seq, reason: 'left', ...said }
}

/** Typing began or goes on (`on`), or stopped. */
export function typingFrame(parts: OwnFrameParts, input: string, on: boolean): TypingRequest | TypingFrame {
  const { room, seq } = parts
  if (parts.liveness === 'authority') return { type: 'typing', room, seq, input, on }
  return { type: 'typing', room, sessionId: parts.speaker.sessionId, seq, input, on }
}
