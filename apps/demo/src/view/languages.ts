/** The languages that the components speak here; the demo's own words are English. */
import { en, type Strings } from '@rollcall/react'
import { ar } from '@rollcall/react/strings/ar'
import { de } from '@rollcall/react/strings/de'
import { es } from '@rollcall/react/strings/es'
import { fr } from '@rollcall/react/strings/fr'
import { he } from '@rollcall/react/strings/he'
import { ja } from '@rollcall/react/strings/ja'
import { pl } from '@rollcall/react/strings/pl'
import { ptBR } from '@rollcall/react/strings/pt-BR'
import { zhCN } from '@rollcall/react/strings/zh-CN'
import type { LanguageTag } from '../address/viewChoice.ts'

export interface Language {
  readonly tag: LanguageTag
  /** In the language itself. */
  readonly name: string
  readonly strings: Strings
  readonly dir: 'ltr' | 'rtl'
}

const ENGLISH: Language = { tag: 'en', name: 'English', strings: en, dir: 'ltr' }

export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  { tag: 'de', name: 'Deutsch', strings: de, dir: 'ltr' },
  { tag: 'fr', name: 'Français', strings: fr, dir: 'ltr' },
  { tag: 'es', name: 'Español', strings: es, dir: 'ltr' },
  { tag: 'pt-BR', name: 'Português (Brasil)', strings: ptBR, dir: 'ltr' },
  { tag: 'pl', name: 'Polski', strings: pl, dir: 'ltr' },
  { tag: 'ja', name: '日本語', strings: ja, dir: 'ltr' },
  { tag: 'zh-CN', name: '简体中文', strings: zhCN, dir: 'ltr' },
  { tag: 'ar', name: 'العربية', strings: ar, dir: 'rtl' },
  { tag: 'he', name: 'עברית', strings: he, dir: 'rtl' },
]

/** English where there is no such language. */
export function languageOf(tag: string | null): Language {
  return LANGUAGES.find((language) => language.tag === tag) ?? ENGLISH
}
