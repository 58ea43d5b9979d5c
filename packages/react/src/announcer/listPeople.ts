import { intlCache } from '../format/intlCache.ts'
import type { SpokenPerson } from './announcement.ts'
import type { SpokenLanguage } from './spokenLanguage.ts'

/** One or two by name, more as the first and a number: "Bo and 2 others". Nobody remembers the third name heard. */
export function listPeople(
  people: readonly SpokenPerson[],
  { locale, strings }: SpokenLanguage,
): { readonly names: string; readonly count: number } {
  const count = people.length
  const named = people.slice(0, count > 2 ? 1 : 2).map(({ name = '' }) => (name.trim() === '' ? strings.someone : name))
  const items = count > 2 ? [...named, strings.typingOthers(count - 1)] : named
  return { names: intlCache.list(locale).format(items), count }
}
