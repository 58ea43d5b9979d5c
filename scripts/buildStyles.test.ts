import { readFileSync } from 'node:fs'
import { bundle } from 'lightningcss'
import { expect, test } from 'vitest'
import { inPackage } from './packageFolders.ts'
import { readTokens } from './readTokens.ts'

const bundled = (name: string): string =>
  bundle({ filename: inPackage('react', `src/${name}`), minify: true }).code.toString()

/** Without the frames of the layers; what stands in them stays, in order. */
function withoutLayers(css: string): string {
  let rest = css.replace(/@layer [\w.,\s]+;/g, '')
  for (let at = rest.indexOf('@layer'); at >= 0; at = rest.indexOf('@layer')) {
    const open = rest.indexOf('{', at)
    let depth = 1
    let end = open + 1
    for (; depth > 0; end += 1) depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0
    rest = rest.slice(0, at) + rest.slice(open + 1, end - 1) + rest.slice(end)
  }
  return rest
}

test('the unlayered stylesheet holds the same rules in the same order', () => {
  const unlayered = bundled('styles.unlayered.css')
  expect(unlayered).not.toContain('@layer')
  expect(unlayered).toBe(withoutLayers(bundled('styles.css')))
})

test('tokens.json is what the build makes of tokens.css', () => {
  const css = readFileSync(inPackage('react', 'src/tokens/tokens.css'), 'utf8')
  const json: unknown = JSON.parse(readFileSync(inPackage('react', 'src/tokens/tokens.json'), 'utf8'))
  expect(json).toEqual(readTokens(css))
})

test('a token is one value, or a pair for light and dark', () => {
  const css = ':root { --rc-a: light-dark(#fff, #000); --rc-b: 8px; } @media print { :root { --rc-b: 0; } }'
  expect(readTokens(css)).toEqual({ '--rc-a': { light: '#fff', dark: '#000' }, '--rc-b': '8px' })
})
