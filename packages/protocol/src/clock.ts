/**
 * The port to time. Both ends take it as an argument and touch no global timer, so that one
 * virtual clock can drive a server and any number of clients in a simulation.
 */
export interface Clock {
  /** Monotonic ms from an arbitrary start. All waiting and expiry is measured with it. */
  now(): number
  /** Epoch ms, whole. May jump; only ever shown or put on the wire, never subtracted from another machine's. */
  wall(): number
  /** Runs `task` once after `delayMs` (any finite number ≥ 0, longer than 2^31 ms too) and returns its cancellation. */
  setTimer(delayMs: number, task: () => void): () => void
  /** Runs `task` at the end of the present turn of the loop (one macrotask later) and returns its cancellation. */
  defer(task: () => void): () => void
}
