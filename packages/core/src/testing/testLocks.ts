import type { Clock } from '@rollcall/protocol'
import type { Locks } from '../page/locks.ts'

/** The locks of one browser: what one of its tabs holds, the others see. */
export interface TestLocks {
  /** The view of one tab; `crash` lets go of all that it holds, as the end of a process does. */
  openTab(): Locks & { crash(): void }
  /** Names held now, for assertions. */
  held(): readonly string[]
}

interface Watch {
  readonly name: string
  readonly released: () => void
}

/** Makes the locks of one browser. Answers come one deferred task later, as they do from a real one. */
export function createTestLocks(clock: Clock): TestLocks {
  const holders = new Map<string, object>()
  const watches = new Set<Watch>()

  const release = (name: string, holder: object): void => {
    if (holders.get(name) !== holder) return
    holders.delete(name)
    for (const watch of watches) {
      if (watch.name !== name) continue
      clock.defer(() => {
        if (watches.delete(watch)) watch.released()
      })
    }
  }
  const openTab = (): Locks & { crash(): void } => {
    const own = new Map<string, object>()
    return {
      hold: (name, held) => {
        const holder = {}
        holders.set(name, holder)
        own.set(name, holder)
        if (held !== undefined)
          clock.defer(() => {
            if (holders.get(name) === holder) held()
          })
        return () => release(name, holder)
      },
      whenReleased: (name, released) => {
        if (!holders.has(name)) return () => {}
        const watch = { name, released }
        watches.add(watch)
        return () => watches.delete(watch)
      },
      crash: () => {
        for (const [name, holder] of own) release(name, holder)
      },
    }
  }
  return { openTab, held: () => [...holders.keys()] }
}
