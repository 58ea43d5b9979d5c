/** The statuses an app knows: what each is called, how it looks and how it ranks. */
import type { Metadata, Status } from '@rollcall/protocol'

export type StatusShape =
  | 'disc'
  | 'square'
  | 'crescent'
  | 'ring'
  | 'broken-ring'
  | 'slashed-ring'
  | 'diamond'
  | 'barred-disc'
export type StatusTone = 'positive' | 'negative' | 'warning' | 'neutral' | 'accent'

export interface StatusDefinition {
  /** Greater wins when sessions are folded; `online` is 2. */
  readonly rank: number
  readonly label: string
  readonly shape: StatusShape
  readonly tone: StatusTone
  readonly metadata?: Metadata
}

export interface StatusRegistry {
  readonly definitions: ReadonlyMap<Status, StatusDefinition>
  /** The definition of a status; of an unknown one that of `unknown`: never a throw. */
  describe(status: Status): StatusDefinition
}

const BUILT_IN: readonly (readonly [Status, StatusDefinition])[] = [
  ['online', { rank: 2, label: 'Online', shape: 'disc', tone: 'positive' }],
  ['busy', { rank: 3, label: 'Busy', shape: 'square', tone: 'negative' }],
  ['away', { rank: 1, label: 'Away', shape: 'crescent', tone: 'warning' }],
  ['invisible', { rank: 0, label: 'Invisible', shape: 'slashed-ring', tone: 'neutral' }],
  ['offline', { rank: 0, label: 'Offline', shape: 'ring', tone: 'neutral' }],
]
/** Before the first sync, or a status that this app has not defined. Ranks as `online`. */
const UNKNOWN: StatusDefinition = { rank: 2, label: 'Unknown', shape: 'broken-ring', tone: 'neutral' }

/** Adds statuses to the built-in ones, or redefines those. A custom one is a diamond in the accent tone unless it says otherwise. */
export function defineStatuses(custom: Readonly<Record<string, Partial<StatusDefinition>>> = {}): StatusRegistry {
  const definitions = new Map<Status, StatusDefinition>(BUILT_IN)
  for (const [status, definition] of Object.entries(custom)) {
    const base = definitions.get(status) ?? { rank: UNKNOWN.rank, label: status, shape: 'diamond', tone: 'accent' }
    definitions.set(status, { ...base, ...definition })
  }
  return { definitions, describe: (status) => definitions.get(status) ?? UNKNOWN }
}
