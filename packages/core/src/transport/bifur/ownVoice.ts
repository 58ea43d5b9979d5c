/** What this session has said on the present socket, so that its echoes are told from what others say in its name. */
export interface OwnVoice {
  announced(seq: number): void
  saidGoodbye(): void
  /** The server refused the goodbye: no echo will come. */
  goodbyeRefused(): void
  isAnnounced(): boolean
  /**
   * A goodbye in our name arrived. `undefined`: it is the echo of ours. Else somebody says that we have left, and this
   * is the counter at which we have to object (INV-14).
   */
  contradict(): number | undefined
  /** A new socket: nothing was said on it yet. */
  reset(): void
}

/** Has said nothing yet. */
export function createOwnVoice(): OwnVoice {
  let seq = 0
  let isAnnounced = false
  let echoesDue = 0
  return {
    announced: (said) => {
      seq = Math.max(seq, said)
      isAnnounced = true
    },
    saidGoodbye: () => {
      isAnnounced = false
      echoesDue += 1
    },
    goodbyeRefused: () => {
      echoesDue = Math.max(0, echoesDue - 1)
    },
    isAnnounced: () => isAnnounced,
    contradict: () => {
      if (echoesDue === 0) return seq
      echoesDue -= 1
      return undefined
    },
    reset: () => {
      isAnnounced = false
      echoesDue = 0
    },
  }
}
