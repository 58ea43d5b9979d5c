/** How the page is shown to whoever looks at it here. Words only, so that an address can be read anywhere. */

export const LANGUAGE_TAGS = ['en', 'de', 'fr', 'es', 'pt-BR', 'pl', 'ja', 'zh-CN', 'ar', 'he'] as const
export type LanguageTag = (typeof LANGUAGE_TAGS)[number]

/** `auto`: as the language is written. */
export type Direction = 'auto' | 'ltr' | 'rtl'
export type Motion = 'full' | 'calm' | 'off'

export interface ViewChoice {
  /** Which one the components speak. */
  readonly language: LanguageTag
  readonly dir: Direction
  readonly motion: Motion
}
