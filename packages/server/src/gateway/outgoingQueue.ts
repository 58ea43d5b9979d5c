/**
 * What goes out of one connection: frames queue up during a turn of the loop and leave joined, in
 * one write. All connections flush together, so that those with the same frames share the joined text.
 */
import { joinFrames, type Clock, type FrameChannel } from '@rollcall/protocol'
import type { OutgoingFrame } from '../hub/delivery.ts'
import type { Meter } from '../metrics/meter.ts'

export interface OutgoingQueue {
  push(outgoing: OutgoingFrame): void
  /** Writes what is queued now instead of at the end of the turn: before a close. */
  flush(): void
  /** Drops what is queued and takes no more. */
  close(): void
}

/** Schedules flushes and joins texts; one for all connections of a gateway. */
export interface Flusher {
  schedule(flush: () => void): void
  join(frames: readonly OutgoingFrame[]): readonly string[]
  dispose(): void
}

/** After a flush of so many connections the next one waits a millisecond: under load a few writes carry many frames. */
const WRITES_PER_MS = 50
/** A frame waits no longer than this. */
const LONGEST_STRETCH_MS = 20

/** Flushes at the end of the turn when there is little to do; up to 20 ms later when many connections are written to. */
export function createFlusher(clock: Clock, maxBytes: number): Flusher {
  let waiting = new Set<() => void>()
  let notBefore = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | undefined
  let joinedFrames: readonly OutgoingFrame[] = []
  let joined: readonly string[] = []

  const run = (): void => {
    cancel = undefined
    const flushes = waiting
    waiting = new Set()
    for (const flush of flushes) flush()
    notBefore = clock.now() + Math.min(LONGEST_STRETCH_MS, Math.floor(flushes.size / WRITES_PER_MS))
    joinedFrames = []
    joined = []
  }
  // All frames are compared, not the ends alone: two queues may differ in the middle.
  const isJoined = (frames: readonly OutgoingFrame[]): boolean =>
    frames.length === joinedFrames.length && frames.every((frame, index) => frame === joinedFrames[index])
  return {
    schedule: (flush) => {
      waiting.add(flush)
      if (cancel !== undefined) return
      const waitMs = notBefore - clock.now()
      cancel = waitMs > 0 ? clock.setTimer(waitMs, run) : clock.defer(run)
    },
    join: (frames) => {
      if (!isJoined(frames)) {
        joined = joinFrames(
          frames.map((frame) => frame.text()),
          maxBytes,
        )
        joinedFrames = frames
      }
      return joined
    },
    dispose: () => {
      cancel?.()
      waiting.clear()
    },
  }
}

export interface OutgoingQueueOptions {
  readonly channel: FrameChannel
  readonly flusher: Flusher
  readonly meter: Meter
  /** Told of the bytes of each write. */
  readonly onWrite: (bytes: number) => void
}

export function createOutgoingQueue({ channel, flusher, meter, onWrite }: OutgoingQueueOptions): OutgoingQueue {
  let frames: OutgoingFrame[] = []
  let isClosed = false
  const flush = (): void => {
    if (frames.length === 0 || isClosed) return
    const queued = frames
    frames = []
    let bytes = 0
    for (const outgoing of queued) {
      bytes += outgoing.bytes()
      meter.sent(outgoing.frame.type)
    }
    for (const text of flusher.join(queued)) channel.send(text)
    meter.wrote(bytes)
    onWrite(bytes)
  }
  return {
    push: (outgoing) => {
      if (isClosed) return
      if (frames.length === 0) flusher.schedule(flush)
      meter.queued(outgoing)
      frames.push(outgoing)
    },
    flush,
    close: () => {
      isClosed = true
      frames = []
    },
  }
}
