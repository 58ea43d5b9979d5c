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
  const hues = Array.from({ length: PERSON_HUES }, (_, hue) => [`--rc-person-${hue}`, withHue(person, hue)])
  return { ...rest, ...Object.fromEntries(hues) }
}

function toValue(value: string): TokenValue {
  const [, light, dark] = /^light-dark\(([^,]+), ([^,]+)\)$/.exec(value) ?? []
  return light === undefined || dark === undefined ? value : { light, dark }
}

/** As it is written to disk. */
export function formatTokens(css: string): string {
  return `${JSON.stringify(readTokens(css), null, 2)}\n`
}

function withHue(person: TokenValue | undefined, hue: number): TokenValue {
  if (typeof person !== 'object') throw new Error('unable to read the colours of people; --rc-person has no pair')
  const at = (colour: string): string => colour.replace('var(--rc-hue)', String(hueDegrees(hue)))
  return { light: at(person.light), dark: at(person.dark) }
}
