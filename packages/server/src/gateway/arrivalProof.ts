/**
 * Finds out what has surely arrived, where the channel can tell, so that a session that loses its connection and resumes
 * gets what it missed and nothing twice. Frames alone prove nothing: TCP takes bytes for a peer that is gone.
 */
import type { Clock, FrameChannel } from '@rollcall/protocol'

export interface ArrivalProofOptions {
  readonly clock: Clock
  readonly channel: FrameChannel
  /** Marks what was sent by now; the result is called once it has arrived. */
  readonly mark: () => () => void
}

export interface ArrivalProof {
  /** A whole picture will be written: too much to say twice for want of a proof. */
  expectPicture(): void
  wrote(): void
  stop(): void
}

/** Changes are proved this often at the most: a probe costs as much as a frame. */
const EVERY_MS = 1_000

export function createArrivalProof({ clock, channel, mark }: ArrivalProofOptions): ArrivalProof {
  let isPicture = false
  let probedAt = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | undefined

  const probe = (): void => {
    cancel?.()
    cancel = undefined
    isPicture = false
    probedAt = clock.now()
    channel.probe?.(mark())
  }
  return {
    expectPicture: () => {
      isPicture = true
    },
    wrote: () => {
      if (channel.probe === undefined) return
      const waitMs = isPicture ? 0 : probedAt + EVERY_MS - clock.now()
      if (waitMs <= 0) probe()
      else cancel ??= clock.setTimer(waitMs, probe)
    },
    stop: () => cancel?.(),
  }
}
