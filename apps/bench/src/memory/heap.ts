/** Bytes of living objects. */

/**
 * What the heap holds after everything unreachable is gone.
 * @throws Error without `--expose-gc`
 */
function livingBytes(): number {
  if (globalThis.gc === undefined) throw new Error('unable to measure the heap; start Node with --expose-gc')
  // A second time for what the first one's finalisers let go of.
  for (let pass = 0; pass < 3; pass += 1) globalThis.gc()
  return process.memoryUsage().heapUsed
}

/** Bytes that `make` adds to the heap, as long as what it returns is held. */
export function bytesHeldBy(make: () => unknown): number {
  const before = livingBytes()
  const made = make()
  const after = livingBytes()
  // Looked at after the last collection, so that it lived until then.
  if (made === undefined) throw new Error('unable to measure the heap; nothing was made')
  return after - before
}
