/** An utterance in words, in the language of the page. */
import { formatTyping } from '../format/formatTyping.ts'
import type { Politeness, Utterance } from './announcement.ts'
import { listPeople } from './listPeople.ts'
import type { SpokenLanguage } from './spokenLanguage.ts'

/** The one thing that interrupts is what will not get better by itself. */
export function politenessOf({ kind }: Utterance): Politeness {
  return kind === 'failed' ? 'assertive' : 'polite'
}

export function wordsOf(utterance: Utterance, language: SpokenLanguage): string {
  const { strings } = language
  switch (utterance.kind) {
    case 'typing':
      return plain(formatTyping(namesOf(utterance), language).text)
    case 'joined':
    case 'left':
    case 'editing':
      return strings[utterance.kind](listPeople(utterance.people, language))
    case 'lost':
      return utterance.cause === 'device' ? strings.connection.deviceOffline : strings.connection.reconnecting
    case 'restored':
      return strings.restored
    case 'failed':
      return strings.connection.failed
    default:
      return utterance satisfies never
  }
}

function namesOf({ people }: Extract<Utterance, { kind: 'typing' }>): readonly (string | undefined)[] {
  return people.map(({ name }) => name)
}

/** Marks of direction are for the eye; some voices read them out. */
function plain(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/g, '')
}
