/** All voices as one state. Pure: no timer, no words, no document. */
import type { Utterance } from './announcement.ts'
import type { AnnouncedEvent, AnnouncementPolicy } from './announcementPolicy.ts'
import { type FieldFact, type FieldMemory, fieldVoice } from './fieldVoice.ts'
import { type LinkFact, type LinkMemory, linkVoice } from './linkVoice.ts'
import { type PeopleFact, type PeopleMemory, peopleVoice } from './peopleVoice.ts'
import { type TypingFact, type TypingMemory, typingVoice } from './typingVoice.ts'
import type { Turn } from './voice.ts'

export type AnnouncerFact =
  | { readonly type: 'typing'; readonly fact: TypingFact }
  | { readonly type: 'people'; readonly fact: PeopleFact }
  | { readonly type: 'link'; readonly fact: LinkFact }
  | { readonly type: 'field'; readonly fact: FieldFact }
  /** Nothing but time. */
  | { readonly type: 'ticked' }

export interface AnnouncerState {
  readonly typing: TypingMemory
  readonly people: PeopleMemory
  readonly link: LinkMemory
  readonly field: FieldMemory
}

export const SILENT: AnnouncerState = {
  typing: typingVoice.silent,
  people: peopleVoice.silent,
  link: linkVoice.silent,
  field: fieldVoice.silent,
}

export interface AnnouncerTurn {
  readonly state: AnnouncerState
  /** In the order in which they are to be said. */
  readonly said: readonly Utterance[]
}

/** What is off is not even remembered: it must not wake the page, nor pour out once it is turned on. */
export function announcerReducer(
  state: AnnouncerState,
  fact: AnnouncerFact,
  { at, policy }: { readonly at: number; readonly policy: AnnouncementPolicy },
): AnnouncerTurn {
  const heard = hear(state, isOff(fact, policy) ? { type: 'ticked' } : fact, at)
  const link = linkVoice.look(heard.state.link, at, policy)
  const typing = typingVoice.look(heard.state.typing, at, policy)
  const people = peopleVoice.look(heard.state.people, at, policy)
  const said = [heard.said, link.said, typing.said, people.said].filter((one) => one !== undefined)
  return {
    state: { ...heard.state, link: link.state, typing: typing.state, people: people.state },
    said: said.filter((one) => policy[eventOf(one)] !== 'off'),
  }
}

/** When time alone makes something sayable; `Infinity`: never. */
export function nextDueAt({ link, typing, people }: AnnouncerState, policy: AnnouncementPolicy): number {
  return Math.min(linkVoice.dueAt(link, policy), typingVoice.dueAt(typing, policy), peopleVoice.dueAt(people, policy))
}

/** The link is heard in any case: it is two events, and each says for itself whether it is told. */
function isOff({ type }: AnnouncerFact, policy: AnnouncementPolicy): boolean {
  return type !== 'ticked' && type !== 'link' && policy[type] === 'off'
}

function hear(state: AnnouncerState, fact: AnnouncerFact, at: number): Turn<AnnouncerState> {
  switch (fact.type) {
    case 'typing': {
      const turn = typingVoice.hear(state.typing, fact.fact, at)
      return { state: { ...state, typing: turn.state }, said: turn.said }
    }
    case 'people': {
      const turn = peopleVoice.hear(state.people, fact.fact, at)
      return { state: { ...state, people: turn.state }, said: turn.said }
    }
    case 'link': {
      const turn = linkVoice.hear(state.link, fact.fact, at)
      return { state: { ...state, link: turn.state }, said: turn.said }
    }
    case 'field': {
      const turn = fieldVoice.hear(state.field, fact.fact, at)
      return { state: { ...state, field: turn.state }, said: turn.said }
    }
    default:
      return { state }
  }
}

const events: Readonly<Record<Utterance['kind'], AnnouncedEvent>> = {
  typing: 'typing',
  joined: 'people',
  left: 'people',
  lost: 'connection',
  restored: 'connection',
  failed: 'failure',
  editing: 'field',
}

function eventOf({ kind }: Utterance): AnnouncedEvent {
  return events[kind]
}
