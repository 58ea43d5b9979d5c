/** Frames by their `t` on the wire, and all together. */
export interface FrameCounts {
  readonly total: number
  readonly byType: ReadonlyMap<string, number>
}

export interface FrameCounter {
  readonly note: (message: string) => void
  /** A copy: later frames do not change it. */
  read(): FrameCounts
}

/** Counts the frames in messages of the wire: a message is one frame or a batch of them. */
export function createFrameCounts(): FrameCounter {
  const byType = new Map<string, number>()
  let total = 0
  return {
    note: (message) => {
      const parsed = parse(message)
      for (const frame of Array.isArray(parsed) ? parsed : [parsed]) {
        const type: unknown = typeof frame === 'object' && frame !== null && 't' in frame ? frame.t : undefined
        if (typeof type !== 'string') continue
        total += 1
        byType.set(type, (byType.get(type) ?? 0) + 1)
      }
    },
    read: () => ({ total, byType: new Map(byType) }),
  }
}

function parse(message: string): unknown {
  try {
    return JSON.parse(message)
  } catch {
    // Tests send rubbish on purpose; it is no frame.
    return undefined
  }
}
