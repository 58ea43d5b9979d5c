/** The design tokens as plain values, for what is no stylesheet: Figma, native apps, charts. */
import { hueDegrees, PERSON_HUES } from '../packages/react/src/format/personHue.ts'

/** One value, or a pair for light and dark. */
export type TokenValue = string | { readonly light: string; readonly dark: string }

/**
 * Reads the first declaration of each `--rc-*` of `tokens.css`, which is the one outside of media queries. The colour
 * of a person, which the stylesheet makes of a hue, is one token for each hue.
 */
export function readTokens(css: string): Readonly<Record<string, TokenValue>> {
  const tokens: Record<string, TokenValue> = {}
  for (const [, name = '', value = ''] of css.matchAll(/(--rc-[\w-]+):\s*([^;]+);/g)) tokens[name] ??= toValue(value)
  const { '--rc-person': person, ...rest } = tokens
  return typeof person === 'object' ? { ...rest, ...ofHues(person) } : tokens
}

function ofHues(person: { readonly light: string; readonly dark: string }): Readonly<Record<string, TokenValue>> {
  const at = (colour: string, hue: number): string => colour.replace('var(--rc-hue)', String(hueDegrees(hue)))
  const pairOf = (hue: number): TokenValue => ({ light: at(person.light, hue), dark: at(person.dark, hue) })
  return Object.fromEntries(Array.from({ length: PERSON_HUES }, (_, hue) => [`--rc-person-${hue}`, pairOf(hue)]))
}

function toValue(value: string): TokenValue {
  const [, light, dark] = /^light-dark\(([^,]+), ([^,]+)\)$/.exec(value) ?? []
  return light === undefined || dark === undefined ? value : { light, dark }
}

/** As it is written to disk. */
export function formatTokens(css: string): string {
  return `${JSON.stringify(readTokens(css), null, 2)}\n`
}
