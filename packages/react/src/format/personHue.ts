/** One of twelve hues per person, the same on every page and after every reload. */

export const PERSON_HUES = 12

/** 0 to 11. FNV-1a: spreads ids that differ in one character. */
export function personHue(userId: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < userId.length; index += 1) {
    hash = Math.imul(hash ^ userId.charCodeAt(index), 0x01000193)
  }
  // The low bits of FNV alternate with the last character; the folded ones do not.
  return ((hash ^ (hash >>> 15)) >>> 0) % PERSON_HUES
}

/** Degrees of OKLCH. The first is a red, away from the tones of statuses; the others lie evenly around the circle. */
export function hueDegrees(hue: number): number {
  return 15 + (hue * 360) / PERSON_HUES
}

/** The colour of a person as a style for a part with `data-hue`, whose `--rc-person` is then right in light and in dark. */
export function personStyle(userId: string): { readonly '--rc-hue': number } {
  return { '--rc-hue': hueDegrees(personHue(userId)) }
}
