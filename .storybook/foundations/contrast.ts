/** The contrast of two colours as WCAG 2 defines it, 1 to 21. Takes what `getComputedStyle` gives: `rgb(…)`. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = Array.from(colour.matchAll(/[\d.]+/g), ([part]) => linear(Number(part) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
