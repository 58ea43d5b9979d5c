/**
 * Watches a reader that does not take what it gets (T15): above one bound it hears nothing until
 * it has caught up, then the newest values; if it does not catch up, it is closed.
 */
import type { Clock, FrameChannel } from '@rollcall/protocol'
import type { ServerLimits, ServerTimes } from '../hub/serverLimits.ts'

export interface SlowReaderOptions {
  readonly channel: FrameChannel
  readonly clock: Clock
  readonly limits: ServerLimits
  readonly times: ServerTimes
  /** Send it nothing but answers from now on. */
  readonly pause: () => void
  /** It has caught up: send what it missed. */
  readonly resume: () => void
  readonly giveUp: () => void
}

export interface SlowReader {
  /** So many bytes were handed to the channel. */
  wrote(bytes: number): void
  stop(): void
}

/** Caught up: below this part of the bound, so that it does not swing to and fro. */
const CAUGHT_UP = 0.25

export function watchReader(options: SlowReaderOptions): SlowReader {
  const { channel, clock, limits, times, pause, resume, giveUp } = options
  /** Since it became slow; answers to its own requests count too, or asking would be a way around. */
  let slow: { bytes: number; least: number; progressAt: number; cancel: () => void } | undefined

  const stop = (): void => {
    slow?.cancel()
    slow = undefined
  }
  const look = (): void => {
    if (slow === undefined) return
    const pending = channel.pendingBytes()
    if (pending <= limits.slowBytes * CAUGHT_UP) {
      stop()
      return resume()
    }
    if (pending < slow.least) {
      slow.least = pending
      slow.progressAt = clock.now()
    }
    if (clock.now() - slow.progressAt >= times.drainMs) {
      stop()
      return giveUp()
    }
    slow.cancel = clock.setTimer(times.drainCheckMs, look)
  }
  return {
    wrote: (bytes) => {
      if (slow !== undefined) {
        slow.bytes += bytes
        // What still waits grows with each answer: progress is measured against the new heap.
        slow.least += bytes
        if (slow.bytes <= limits.outgoingBytes) return
        stop()
        return giveUp()
      }
      const pending = channel.pendingBytes()
      if (pending <= limits.slowBytes) return
      const cancel = clock.setTimer(times.drainCheckMs, look)
      slow = { bytes: 0, least: pending, progressAt: clock.now(), cancel }
      pause()
    },
    stop,
  }
}
