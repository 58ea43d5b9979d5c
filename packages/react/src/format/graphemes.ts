/** What a reader takes for letters: graphemes where the platform can tell them, code points elsewhere. */

const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined

export function firstGrapheme(text: string): string {
  if (segmenter === undefined) return Array.from(text)[0] ?? ''
  for (const { segment } of segmenter.segment(text)) return segment
  return ''
}

/** Upper-cases the first grapheme as the locale does it. */
export function capitalize(text: string, locale: string): string {
  const first = firstGrapheme(text)
  return first.toLocaleUpperCase(locale) + text.slice(first.length)
}
