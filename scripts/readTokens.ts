/** The design tokens as plain values, for what is no stylesheet: Figma, native apps, charts. */

/** One value, or a pair for light and dark. */
export type TokenValue = string | { readonly light: string; readonly dark: string }

/** Reads the first declaration of each `--rc-*` of `tokens.css`, which is the one outside of media queries. */
export function readTokens(css: string): Readonly<Record<string, TokenValue>> {
  const tokens: Record<string, TokenValue> = {}
  for (const [, name = '', value = ''] of css.matchAll(/(--rc-[\w-]+):\s*([^;]+);/g)) tokens[name] ??= toValue(value)
  return tokens
}

function toValue(value: string): TokenValue {
  const [, light, dark] = /^light-dark\(([^,]+), ([^,]+)\)$/.exec(value) ?? []
  return light === undefined || dark === undefined ? value : { light, dark }
}

/** As it is written to disk. */
export function formatTokens(css: string): string {
  return `${JSON.stringify(readTokens(css), null, 2)}\n`
}
