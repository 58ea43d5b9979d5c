/** ISO 8601 in UTC of an instant in epoch ms, as locations carry it. @throws RangeError beyond what Date can hold */
export function isoInstant(at: number): string {
  return new Date(at).toISOString()
}
