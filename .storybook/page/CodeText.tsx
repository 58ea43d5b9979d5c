import type { ReactElement } from 'react'

/** Code in a story: the text of a file that is compiled, and mostly runs beside it. */
export function CodeText({ code }: { readonly code: string }): ReactElement {
  return (
    // Long lines scroll, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached by keyboard
    <pre className="code" tabIndex={0} role="region" aria-label="Code">
      <code>{code.trim()}</code>
    </pre>
  )
}
