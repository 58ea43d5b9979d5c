// Two globs: one whose patterns have no folder in common passes folders that begin with a dot.
const recipes = import.meta.glob<string>(['../recipes/*.css', '../recipes/*.tsx', '!../recipes/*.stories.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const guides = import.meta.glob<string>('../../packages/react/src/guides/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const files = { ...recipes, ...guides }

/**
 * The text of a file that is compiled elsewhere, or of one region of it.
 * @throws Error where there is no such file or region: a page must not show nothing
 */
export function exampleCode(file: string, region?: string): string {
  const text = Object.entries(files).find(([path]) => path.endsWith(`/${file}`))?.[1]
  if (text === undefined) throw new Error(`no example is called ${file}`)
  if (region === undefined) return withoutLinterWords(text)
  const found = new RegExp(`^( *)// #region ${region}\\n([\\s\\S]*?)^ *// #endregion`, 'm').exec(text)
  const [, indent = '', body] = found ?? []
  if (body === undefined) throw new Error(`${file} has no region ${region}`)
  return withoutLinterWords(body.replaceAll(`\n${indent}`, '\n').slice(indent.length))
}

function withoutLinterWords(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.includes('oxlint-disable'))
    .join('\n')
    .trim()
}
