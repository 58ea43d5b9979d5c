import type { Strings } from '../strings/strings.ts'

/** The language of what is said. */
export interface SpokenLanguage {
  /** BCP 47. */
  readonly locale: string
  readonly strings: Strings
}
