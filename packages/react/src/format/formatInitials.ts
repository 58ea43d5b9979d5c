import { firstGrapheme } from './graphemes.ts'

/** Scripts whose first character alone stands for a name: Han, kana, Hangul, Arabic, Hebrew, Thai, Devanagari. */
const ONE_CHARACTER =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/u

/** One or two letters for an avatar without a picture: of the first and the last word. Empty for a name without letters. */
export function formatInitials(name: string, locale?: string): string {
  const words = name.split(/[\s\u00A0_.@-]+/u).filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word))
  const [first] = words
  if (first === undefined) return ''
  const last = words.length > 1 ? words[words.length - 1] : undefined
  if (last === undefined || ONE_CHARACTER.test(first)) return upper(first, locale)
  return upper(first, locale) + upper(last, locale)
}

/** The first letter, past an opening bracket or quotation mark. */
function upper(word: string, locale: string | undefined): string {
  return firstGrapheme(word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, '')).toLocaleUpperCase(locale)
}
