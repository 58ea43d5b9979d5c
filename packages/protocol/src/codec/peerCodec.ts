/** The dialect of tabs among themselves: session frames alone, `state` always whole. */
import { LIMITS } from '../limits.ts'
import type { PeerFrame } from '../sessionFrames.ts'
import { decodeMessage, decodeValue, type Decoded } from './decodeMessage.ts'
import { encodeFrame } from './encodeFrame.ts'
import { indexRows, required, type FrameRow } from './frameTable.ts'
import { identifier } from './readers.ts'
import { disconnectKeys, moveKeys, stateKeys, typingKeys } from './sessionKeys.ts'
import { inRoom, ofSession } from './sharedKeys.ts'

const PEER_FRAMES: readonly FrameRow[] = [
  { wire: 'rollCall', type: 'rollCall', keys: [inRoom, ofSession, required('rc', 'callId', identifier)] },
  { wire: 'state', type: 'state', keys: stateKeys },
  { wire: 'disconnect', type: 'disconnect', keys: disconnectKeys },
  { wire: 'typing', type: 'typing', keys: typingKeys },
  { wire: 'move', type: 'move', keys: moveKeys },
]

const ROWS = indexRows(PEER_FRAMES)

/**
 * Reads what another tab posted: text, or the same already parsed. Bounded like a client's
 * message, since any script of the origin can post. Never throws.
 */
export function decodePeerMessage(message: unknown): readonly Decoded<PeerFrame>[] {
  if (typeof message === 'string')
    return decodeMessage<PeerFrame>(message, ROWS, { bounded: true, maxBytes: LIMITS.serverMessageBytes })
  return decodeValue<PeerFrame>(message, ROWS, { bounded: true })
}

/** One frame between tabs as text. */
export function encodePeerFrame(frame: PeerFrame): string {
  return encodeFrame(frame, ROWS)
}
