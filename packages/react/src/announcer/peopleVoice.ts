/** "Bo and 2 others joined": who comes and goes, collected, since one message each would drown a reader. */
import type { SpokenPerson } from './announcement.ts'
import { LEAD_MS, mayNextSpeakAt } from './announcementPolicy.ts'
import type { Voice } from './voice.ts'

export interface PeopleFact {
  readonly change: 'joined' | 'left'
  readonly person: SpokenPerson
}

type People = ReadonlyMap<string, SpokenPerson>

export interface PeopleMemory {
  readonly joined: People
  readonly left: People
  /** When the first of them came or went. */
  readonly since: number | undefined
  readonly spokenAt: number | undefined
}

const NOBODY: People = new Map()

export const peopleVoice: Voice<PeopleMemory, PeopleFact> = {
  silent: { joined: NOBODY, left: NOBODY, since: undefined, spokenAt: undefined },

  hear: (state, { change, person }, at) => {
    const opposite = change === 'joined' ? 'left' : 'joined'
    const undone = state[opposite].has(person.userId)
    const next = undone
      ? { ...state, [opposite]: without(state[opposite], person.userId) }
      : { ...state, [change]: new Map(state[change]).set(person.userId, person) }
    const isEmpty = next.joined.size === 0 && next.left.size === 0
    return { state: { ...next, since: isEmpty ? undefined : (state.since ?? at) } }
  },

  dueAt: ({ since, spokenAt }, policy) =>
    since === undefined ? Infinity : Math.max(since + LEAD_MS.people, mayNextSpeakAt('people', spokenAt, policy)),

  look: (state, at, policy) => {
    if (at < peopleVoice.dueAt(state, policy)) return { state }
    const kind = state.joined.size > 0 ? 'joined' : 'left'
    const people = [...state[kind].values()]
    const rest = { ...state, [kind]: NOBODY, spokenAt: at }
    // Who left meanwhile is told the next time.
    const since = kind === 'joined' && state.left.size > 0 ? state.since : undefined
    return { state: { ...rest, since }, said: { kind, people } }
  },
}

function without(people: People, userId: string): People {
  const rest = new Map(people)
  rest.delete(userId)
  return rest
}
