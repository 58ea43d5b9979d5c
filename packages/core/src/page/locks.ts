/** Named locks over the tabs of an origin (Web Locks). Absent where there are none: never relied on. */
export interface Locks {
  /** Holds `name` until the returned release is called, or the page is gone. */
  hold(name: string): () => void
  /** Calls `released` once `name` is held by nobody; returns the cancellation. */
  whenReleased(name: string, released: () => void): () => void
}
