import { Markdown } from '@storybook/addon-docs/blocks'
import type { ReactElement } from 'react'

const unreleased = import.meta.glob<string>(['../../.changeset/*.md', '!**/README.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
/** There from the first release on. */
const released = import.meta.glob<string>('../../packages/react/CHANGELOG.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What follows the front matter of a changeset; the react package’s only. */
function wordsOf(changeset: string): string {
  const [, packages = '', words = ''] = changeset.split(/^---$/m)
  return packages.includes('@rollcall/react') ? words.trim() : ''
}

/** What the next version of the react package brings, and what those before it did. */
export function Changes(): ReactElement {
  const next = Object.values(unreleased)
    .map(wordsOf)
    .filter((words) => words !== '')
    .map((words) => `- ${words.replaceAll('\n', '\n  ')}`)
  return (
    <>
      <h2>Not yet released</h2>
      <Markdown>{next.length === 0 ? 'Nothing.' : next.join('\n')}</Markdown>
      {Object.values(released).map((text) => (
        <Markdown key={text}>{text}</Markdown>
      ))}
    </>
  )
}
