/** Who can reach whom: walls, deaths and echoes of a test network. */
export interface NetworkFaults {
  /** Whether what `from` posts now will get to `to`. */
  readonly canReach: (from: string, to: string) => boolean
  readonly isDead: (name: string) => boolean
  /** Only parties of the same group hear each other; who is in no group is alone. */
  readonly partition: (...groups: readonly (readonly string[])[]) => void
  readonly heal: () => void
  /** Nothing of the party arrives any more, nothing reaches it, and nobody is told: its process is dead. */
  readonly kill: (name: string) => void
  /** Whether senders hear their own messages. Off at first. */
  readonly setEcho: (echo: 'on' | 'off') => void
}

/** No faults at first, and no echo. */
export function createNetworkFaults(): NetworkFaults {
  const dead = new Set<string>()
  let groups: readonly (readonly string[])[] | undefined
  let echo: 'on' | 'off' = 'off'
  const isTogether = (from: string, to: string): boolean =>
    groups === undefined || groups.some((group) => group.includes(from) && group.includes(to))
  return {
    isDead: (name) => dead.has(name),
    canReach: (from, to) => !dead.has(from) && !dead.has(to) && (from === to ? echo === 'on' : isTogether(from, to)),
    partition: (...next) => {
      groups = next
    },
    heal: () => {
      groups = undefined
    },
    kill: (name) => dead.add(name),
    setEcho: (next) => {
      echo = next
    },
  }
}
