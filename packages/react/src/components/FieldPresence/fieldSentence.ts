import { intlCache } from '../../format/intlCache.ts'
import type { Strings } from '../../strings/strings.ts'

interface FieldWords {
  readonly names: readonly string[]
  readonly state: 'editing' | 'locked' | 'idle'
  readonly locale: string
  readonly strings: Strings
}

/** "Bo and Cy are editing this field", or what else is to be said of them. */
export function fieldSentence({ names, state, locale, strings }: FieldWords): string {
  const say = { editing: strings.editing, locked: strings.locked, idle: strings.editingIdle }[state]
  return say({ names: intlCache.list(locale).format(names), count: names.length })
}
