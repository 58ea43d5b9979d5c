import type { Clock } from '@rollcall/protocol'
import type { OpenTabChannel } from '../page/tabChannel.ts'

/** The channels between the tabs of one browser. */
export interface TestTabChannels {
  readonly open: OpenTabChannel
  /** Messages posted so far on the channel `name`, for assertions. */
  posted(name: string): number
}

/** Makes a browser without tabs. What is posted arrives one deferred task later, as it does from a real one. */
export function createTestTabChannels(clock: Clock): TestTabChannels {
  const ends = new Set<{ readonly name: string; readonly hear: (message: unknown) => void }>()
  const posted = new Map<string, number>()
  return {
    posted: (name) => posted.get(name) ?? 0,
    open: (name, hear) => {
      const end = { name, hear }
      ends.add(end)
      return {
        post: (message) => {
          posted.set(name, (posted.get(name) ?? 0) + 1)
          for (const other of ends) {
            if (other === end || other.name !== name) continue
            clock.defer(() => {
              if (ends.has(other)) other.hear(message)
            })
          }
        },
        close: () => ends.delete(end),
      }
    },
  }
}
