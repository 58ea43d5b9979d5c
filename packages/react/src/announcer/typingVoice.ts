/** "Bo is typing…", once per spell of typing at an input, when it lasts. That it ended is never said. */
import type { SpokenPerson } from './announcement.ts'
import { LEAD_MS, mayNextSpeakAt } from './announcementPolicy.ts'
import type { Voice } from './voice.ts'

/** Who types at an input now: all of them. */
export interface TypingFact {
  readonly input: string
  readonly people: readonly SpokenPerson[]
}

interface Spell {
  readonly since: number
  readonly people: readonly SpokenPerson[]
  readonly isSpoken: boolean
}

export interface TypingMemory {
  readonly spells: ReadonlyMap<string, Spell>
  readonly spokenAt: number | undefined
}

export const typingVoice: Voice<TypingMemory, TypingFact> = {
  silent: { spells: new Map(), spokenAt: undefined },

  hear: (state, { input, people }, at) => {
    const known = state.spells.get(input)
    if (people.length === 0 && known === undefined) return { state }
    const spells = new Map(state.spells)
    if (people.length === 0) spells.delete(input)
    else spells.set(input, { since: known?.since ?? at, isSpoken: known?.isSpoken ?? false, people })
    return { state: { ...state, spells } }
  },

  dueAt: ({ spells, spokenAt }, policy) => {
    const waiting = [...spells.values()].filter(({ isSpoken }) => !isSpoken)
    const earliest = Math.min(Infinity, ...waiting.map(({ since }) => since + LEAD_MS.typing))
    return Math.max(earliest, mayNextSpeakAt('typing', spokenAt, policy))
  },

  look: (state, at, policy) => {
    if (at < typingVoice.dueAt(state, policy)) return { state }
    const due = [...state.spells].find(([, { isSpoken, since }]) => !isSpoken && at >= since + LEAD_MS.typing)
    if (due === undefined) return { state }
    const [input, spell] = due
    const spells = new Map(state.spells).set(input, { ...spell, isSpoken: true })
    return { state: { spells, spokenAt: at }, said: { kind: 'typing', people: spell.people } }
  },
}
