import type { Meter } from './meter.ts'

/** Counts since the start, by the frame's type or the reason of a close. */
export interface Counts {
  readonly received: ReadonlyMap<string, number>
  readonly sent: ReadonlyMap<string, number>
  readonly ended: ReadonlyMap<string, number>
  readonly bytes: number
}

export interface CountingMeter extends Meter {
  counts(): Counts
}

/** Plain numbers: they are raised for each frame, and read once in a while. `onFanOut` is told to how many connections each frame went. */
export function createCountingMeter(onFanOut: (connections: number) => void): CountingMeter {
  const [received, sent, ended] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const raise = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
  let bytes = 0
  let spreading: object | undefined
  let connections = 0

  const endSpreading = (): void => {
    if (spreading !== undefined) onFanOut(connections)
    spreading = undefined
    connections = 0
  }
  return {
    received: (type) => raise(received, type),
    queued: (frame) => {
      if (frame !== spreading) endSpreading()
      spreading = frame
      connections += 1
    },
    sent: (type) => raise(sent, type),
    wrote: (written) => {
      bytes += written
    },
    ended: (reason) => raise(ended, reason),
    counts: () => {
      endSpreading()
      return { received, sent, ended, bytes }
    },
  }
}
