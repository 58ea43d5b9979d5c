/** "Bo is editing this field", when somebody is where my focus is: once per person and visit. */
import type { SpokenPerson } from './announcement.ts'
import type { Voice } from './voice.ts'

export interface FieldFact {
  /** The field that has my focus; `undefined`: none has. */
  readonly field: string | undefined
  /** Who else is there, all of them. */
  readonly people: readonly SpokenPerson[]
}

export interface FieldMemory {
  readonly field: string | undefined
  /** Those there that were told of. */
  readonly told: ReadonlySet<string>
}

const NOBODY: ReadonlySet<string> = new Set()

export const fieldVoice: Voice<FieldMemory, FieldFact> = {
  silent: { field: undefined, told: NOBODY },

  hear: (state, { field, people }) => {
    if (field === undefined) return { state: fieldVoice.silent }
    const before = state.field === field ? state.told : NOBODY
    const fresh = people.filter(({ userId }) => !before.has(userId))
    const next = { field, told: new Set(people.map(({ userId }) => userId)) }
    return fresh.length === 0 ? { state: next } : { state: next, said: { kind: 'editing', people: fresh } }
  },

  dueAt: () => Infinity,
  look: (state) => ({ state }),
}
