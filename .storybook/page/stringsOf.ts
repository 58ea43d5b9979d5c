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
import { pseudoStrings } from './pseudoStrings.ts'

/** The language of which every word is longer and accented: what stays plain English was never translated. */
export const PSEUDO_LOCALE = 'en-XA'

/** The ten languages that ship, and the one that shows what was forgotten. */
export const catalogues: readonly Strings[] = [en, de, fr, es, ptBR, pl, ja, zhCN, ar, he]
const pseudo = pseudoStrings(en, PSEUDO_LOCALE)

/** The catalogue for a locale; English where there is none, as in the components. */
export function stringsOf(locale: string): Strings {
  if (locale === PSEUDO_LOCALE) return pseudo
  const { language } = new Intl.Locale(locale)
  return catalogues.find((one) => new Intl.Locale(one.language).language === language) ?? en
}
