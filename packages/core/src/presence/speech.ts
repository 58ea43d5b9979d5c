/** Frames of this session in a room, each with a counter above the last one (INV-18), and who waits for them. */
import type { PresenceError } from '@rollcall/protocol'
import type { OutgoingFrame } from '../transport/transport.ts'
import type { OwnFrameParts, Speaker } from './ownFrames.ts'
import type { SeqCounter } from './seqCounter.ts'
import { createSettlements, type Settlements, type SettlementsOptions } from './settlements.ts'

export interface Speech {
  readonly settlements: Settlements
  /** Sends a frame that takes along who waits; `onRefused` says whether it will be said again. `false`: not transmitted. */
  say(make: (parts: OwnFrameParts) => OutgoingFrame, onRefused: (error: PresenceError) => boolean): boolean
  /** Sends a frame that nobody waits for. */
  mention(make: (parts: OwnFrameParts) => OutgoingFrame): boolean
  /** Others heard of a greater counter of ours: the next frame is above it. `false`: it is so already. */
  outbid(seq: number): boolean
}

export interface SpeechOptions extends SettlementsOptions {
  readonly room: string
  readonly liveness: 'peers' | 'authority'
  readonly counter: SeqCounter
  send(frames: readonly OutgoingFrame[]): boolean
  /** `undefined` while there is no connection. */
  speaker(): Speaker | undefined
}

/** Makes it; nothing was said yet. */
export function createSpeech(options: SpeechOptions): Speech {
  const { room, liveness, counter } = options
  const settlements = createSettlements(options)
  /** The last one said in this room. */
  let seq = 0

  const nextParts = (): OwnFrameParts | undefined => {
    const speaker = options.speaker()
    if (speaker === undefined) return undefined
    seq = counter.next()
    return { liveness, room, speaker, seq }
  }
  return {
    settlements,
    say: (make, onRefused) => {
      const parts = nextParts()
      if (parts === undefined) return false
      const carried = settlements.carry(onRefused)
      const sent = options.send([make({ ...parts, request: carried.request })])
      if (sent) carried.sent()
      else carried.failed()
      return sent
    },
    mention: (make) => {
      const parts = nextParts()
      return parts !== undefined && options.send([make(parts)])
    },
    outbid: (foreign) => {
      if (foreign < seq) return false
      counter.raise(foreign)
      return true
    },
  }
}
