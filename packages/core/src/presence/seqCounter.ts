/**
 * The counter `c` of what this page says (INV-18). One for all rooms of a client: a room that is given back and taken again
 * goes on above what was said in it before; at or below that nobody would listen.
 */
export interface SeqCounter {
  /** One more. */
  next(): number
  /** The next one is above `seq`. */
  raise(seq: number): void
}

/** Counts from 1. */
export function createSeqCounter(): SeqCounter {
  let last = 0
  return {
    next: () => {
      last += 1
      return last
    },
    raise: (seq) => {
      last = Math.max(last, seq)
    },
  }
}
