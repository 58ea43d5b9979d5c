/** Epoch ms of what Date can read; `undefined` for what is no instant, or one that Date cannot hold. */
export function instantOf(value: number | Date | string | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined
  const at = new Date(value).getTime()
  return Number.isNaN(at) ? undefined : at
}
