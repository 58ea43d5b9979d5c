/** Whether somebody wants to see the pointers of others: kept in this browser, per person, for all tabs. */

export interface CursorVisibility {
  get(viewer: string): boolean
  set(viewer: string, isVisible: boolean): void
  subscribe(listener: () => void): () => void
}

const KEY = 'rollcall.cursors.'
const HIDDEN = 'hidden'

/** The page it lives in; storage may be denied, and then the choice lasts as long as the page. */
export interface VisibilityPage extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

export function createCursorVisibility(page: VisibilityPage | undefined): CursorVisibility {
  const listeners = new Set<() => void>()
  const unsaved = new Map<string, boolean>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    get: (viewer) => unsaved.get(viewer) ?? attempt(() => page?.localStorage.getItem(KEY + viewer)) !== HIDDEN,
    set: (viewer, isVisible) => {
      const isSaved = attempt(() => {
        if (isVisible) page?.localStorage.removeItem(KEY + viewer)
        else page?.localStorage.setItem(KEY + viewer, HIDDEN)
        return page !== undefined
      })
      if (isSaved === true) unsaved.delete(viewer)
      else unsaved.set(viewer, isVisible)
      tell()
    },
    subscribe: (listener) => {
      // A function of its own, so that the same listener may listen twice.
      const entry = (): void => listener()
      if (listeners.size === 0) page?.addEventListener('storage', tell)
      listeners.add(entry)
      return () => {
        listeners.delete(entry)
        if (listeners.size === 0) page?.removeEventListener('storage', tell)
      }
    },
  }
}

/** Reading storage throws where the person denies it to pages. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
