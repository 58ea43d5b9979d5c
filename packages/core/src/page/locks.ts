/** Named locks over the tabs of an origin (Web Locks). Absent where there are none: never relied on. */
export interface Locks {
  /**
   * Holds `name` until the returned release is called, or the page is gone. `held` is called once it is ours, never
   * before `hold` has returned.
   */
  hold(name: string, held?: () => void): () => void
  /**
   * Calls `released` once `name` is held by nobody, if somebody holds it now. Otherwise never: who has no locks must
   * not look like a crash. Returns the cancellation.
   */
  whenReleased(name: string, released: () => void): () => void
}
