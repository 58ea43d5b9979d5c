/** A small readable thing: read now, be told of changes, or observe as a stream. */
import type { Observable } from 'rxjs'

export interface StateSource<T> {
  /** The present value. Its identity changes if and only if its content does (INV-49). */
  getCurrent(): T
  /** Calls `listener` after each change; returns the unsubscription. Work starts with the first listener and stops after the last. */
  subscribe(listener: () => void): () => void
  /** The present value, then each new one. Never errors. */
  readonly observable: Observable<T>
}
