/**
 * One timer for many texts that each change at an instant of their own. It sleeps until the earliest, and while the
 * page is hidden; a page that comes back, maybe after hours of sleep, looks at all of them.
 */
import type { ClientTime } from '@rollcall/core'

export interface Ticker {
  /** Calls `listener` when what `nextChangeAt` told has come, and asks again. Returns the end of it. */
  watch(nextChangeAt: () => number | null, listener: () => void): () => void
}

interface Watcher {
  readonly nextChangeAt: () => number | null
  readonly listener: () => void
  dueAt: number
}

/** Instants within one second share a wake-up: nobody sees the difference, and 500 rows wake a page at most once a second. */
const STEP_MS = 1_000

const isHidden = (): boolean => typeof document !== 'undefined' && document.hidden

export function createTicker(time: ClientTime): Ticker {
  const watchers = new Set<Watcher>()
  let wakeAt = Infinity
  let cancel = (): void => {}

  const sleep = (): void => {
    cancel()
    cancel = () => {}
    wakeAt = Infinity
  }
  const arm = (dueAt: number): void => {
    const due = Math.ceil(dueAt / STEP_MS) * STEP_MS
    if (due >= wakeAt || isHidden()) return
    cancel()
    wakeAt = due
    cancel = time.setTimer(Math.max(0, due - time.now()), () => look((watcher) => watcher.dueAt <= time.now()))
  }
  const look = (isDue: (watcher: Watcher) => boolean): void => {
    sleep()
    // The set itself, not a copy: who was ended by an earlier listener is not called any more.
    for (const watcher of watchers) {
      if (!isDue(watcher)) continue
      watcher.listener()
      watcher.dueAt = watcher.nextChangeAt() ?? Infinity
    }
    let earliest = Infinity
    for (const watcher of watchers) earliest = Math.min(earliest, watcher.dueAt)
    if (earliest < Infinity) arm(earliest)
  }
  const turned = (): void => (isHidden() ? sleep() : look(() => true))

  return {
    watch: (nextChangeAt, listener) => {
      const watcher: Watcher = { nextChangeAt, listener, dueAt: nextChangeAt() ?? Infinity }
      if (watchers.size === 0) listenToPage(turned)
      watchers.add(watcher)
      if (watcher.dueAt < Infinity) arm(watcher.dueAt)
      return () => {
        watchers.delete(watcher)
        if (watchers.size > 0) return
        sleep()
        leavePage(turned)
      }
    },
  }
}

function listenToPage(turned: () => void): void {
  if (typeof document === 'undefined') return
  document.addEventListener('visibilitychange', turned)
  window.addEventListener('pageshow', turned)
}

function leavePage(turned: () => void): void {
  if (typeof document === 'undefined') return
  document.removeEventListener('visibilitychange', turned)
  window.removeEventListener('pageshow', turned)
}
