import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { bundle } from 'lightningcss'
import { describe, expect, test } from 'vitest'
import { hueDegrees, PERSON_HUES } from '../format/personHue.ts'

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
const flat = (minify: boolean): string =>
  bundle({ filename: fileURLToPath(new URL('../styles.css', import.meta.url)), minify }).code.toString()

/** The first declaration of each, which is the one outside of media queries. */
const tokens = new Map<string, string>()
for (const [, name = '', value = ''] of read('./tokens.css').matchAll(/(--rc-[\w-]+):\s*([^;]+);/g)) {
  if (!tokens.has(name)) tokens.set(name, value)
}

describe('every token', () => {
  /** For pages around the components: the ground they stand on, and inputs beside them. */
  const FOR_PAGES = ['--rc-bg', '--rc-border-strong', '--rc-on-accent', '--rc-density']
  const css = flat(false)

  test('that is used is declared somewhere, or has a value of its own', () => {
    const declared = new Set([...css.matchAll(/(--rc-[\w-]+)\s*:/g)].map(([, name]) => name))
    const inline = ['--rc-avatar-size', '--rc-stack-overlap', '--rc-hue']
    const undeclared = [...css.matchAll(/var\((--rc-[\w-]+)\s*\)/g)].map(([, name = '']) => name)
    expect(undeclared.filter((name) => !declared.has(name) && !inline.includes(name))).toEqual([])
  })

  test('that is declared is used, those that components declare for themselves among them', () => {
    const used = new Set([...css.matchAll(/var\((--rc-[\w-]+)/g)].map(([, name]) => name))
    const declared = [...css.matchAll(/(--rc-[\w-]+)\s*:/g)].map(([, name = '']) => name)
    const isUsed = (name: string): boolean => used.has(name) || FOR_PAGES.includes(name)
    expect(declared.filter((name) => !isUsed(name))).toEqual([])
  })
})

describe('the stylesheet', () => {
  test('is at most 4 kB gzip', () => {
    expect(gzipSync(flat(true)).length).toBeLessThanOrEqual(4096)
  })

  test('has only selectors without specificity, so that any class of the app wins', () => {
    const rules = flat(false)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@keyframes[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    const selectors = [...rules.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector.trim())
    const offending = selectors.filter((selector) => !/^(@|:where\()/.test(selector))
    expect(offending).toEqual([])
  })

  test('names sides by the direction of the text; only pointers lie where the picture says', () => {
    const withoutPointers = flat(false).replace(/:where\(\.rc-cursor[^{]*\{[^}]*\}/g, '')
    expect(withoutPointers).not.toMatch(
      /(?:margin|padding|border)-(?:left|right)|[;{\s](?:left|right)\s*:|text-align:\s*(?:left|right)/,
    )
  })
})

type Theme = 'light' | 'dark'

function color(name: string, theme: Theme): string {
  const match = /^light-dark\(([^,]+), ([^,]+)\)$/.exec(tokens.get(name) ?? '')
  const found = match?.[theme === 'light' ? 1 : 2]
  if (found === undefined) throw new Error(`${name} has no pair of colours`)
  return found
}

type Triple = readonly [number, number, number]

/** Linear light of a hex colour, or of OKLCH cut to what sRGB can show (CSS Color 4, "Converting OKLCH to sRGB"). */
function linearLight(value: string): Triple {
  const [, lightness, chroma = '', hue = ''] = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(value) ?? []
  if (lightness !== undefined) return ofOklch([Number(lightness) / 100, Number(chroma), Number(hue)])
  const part = (at: number): number => {
    const share = Number.parseInt(value.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function ofOklch([lightness, chroma, hue]: Triple): Triple {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const cut = (part: number): number => Math.min(1, Math.max(0, part))
  return [
    cut(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    cut(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    cut(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(value: string): number {
  const [red, green, blue] = linearLight(value)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each<Theme>(['light', 'dark'])('the palette in %s', (theme) => {
  const grounds = ['--rc-surface', '--rc-bg', '--rc-sunken']
  const of = (name: string, ground: string): number => contrast(color(name, theme), color(ground, theme))

  test.each(['--rc-positive', '--rc-negative', '--rc-warning', '--rc-neutral', '--rc-accent'])(
    '%s is seen as a shape: 3 to 1 on every ground',
    (name) => {
      for (const ground of grounds) expect(of(name, ground)).toBeGreaterThanOrEqual(3)
    },
  )

  test('an input is seen by its border: 3 to 1 on the surface', () => {
    expect(of('--rc-border-strong', '--rc-surface')).toBeGreaterThanOrEqual(3)
  })

  test.each([
    '--rc-text',
    '--rc-text-muted',
    '--rc-positive-text',
    '--rc-negative-text',
    '--rc-warning-text',
    '--rc-accent',
  ])('%s is read: 4.5 to 1', (name) => {
    for (const ground of ['--rc-surface', '--rc-bg']) expect(of(name, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('initials are read on every hue: 4.5 to 1', () => {
    const letters = color('--rc-on-person', theme)
    for (let hue = 0; hue < PERSON_HUES; hue += 1) {
      const person = color('--rc-person', theme).replace('var(--rc-hue)', String(hueDegrees(hue)))
      expect(contrast(letters, person)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('text on the accent is read: 4.5 to 1', () => {
    expect(of('--rc-on-accent', '--rc-accent')).toBeGreaterThanOrEqual(4.5)
    expect(of('--rc-accent', '--rc-accent-soft')).toBeGreaterThanOrEqual(4.5)
  })
})
