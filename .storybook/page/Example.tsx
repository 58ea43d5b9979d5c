import { Source } from '@storybook/addon-docs/blocks'
import type { ReactElement } from 'react'
import { exampleCode } from './exampleCode.ts'

interface ExampleProps {
  /** The name of a file of `recipes/`, or of the guides of the react package. */
  readonly file: string
  /** Only what stands between `#region name` and `#endregion`. */
  readonly region?: string
}

/** Code on a page: a part of a file that is compiled, as it stands there. */
export function Example({ file, region }: ExampleProps): ReactElement {
  const language = file.endsWith('.css') ? 'css' : 'tsx'
  return <Source code={exampleCode(file, region)} language={language} />
}
