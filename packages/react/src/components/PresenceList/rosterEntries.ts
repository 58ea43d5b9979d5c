/** What a roster lists: people, and a heading before each group. Pure. */
import { describeStatus, type Status, type StatusContext } from '../../format/describeStatus.ts'

export interface RosterPerson {
  readonly userId: string
  readonly name: string
  readonly status: Status
  readonly isSelf: boolean
}

export type RosterEntry =
  | { readonly type: 'group'; readonly id: string; readonly label: string; readonly count: number }
  | { readonly type: 'person'; readonly id: string; readonly person: RosterPerson }

export interface RosterOrder extends StatusContext {
  readonly groupBy: 'status' | 'none'
  /** Only those whose name contains it, in whatever case and with whatever accents. Empty = all. */
  readonly search: string
  readonly locale: string
}

/** Who may be talked to comes first; what an app defined stands between. */
const FIRST: readonly Status[] = ['online', 'busy', 'dnd']
const LAST: readonly Status[] = ['away', 'invisible', 'offline', 'unknown']

function place(status: Status): number {
  const first = FIRST.indexOf(status)
  return first >= 0 ? first - FIRST.length : LAST.indexOf(status) + 1
}

export function rosterEntries(people: readonly RosterPerson[], order: RosterOrder): readonly RosterEntry[] {
  const wanted = fold(order.search.trim(), order.locale)
  const found = wanted === '' ? people : people.filter(({ name }) => fold(name, order.locale).includes(wanted))
  const entryOf = (person: RosterPerson): RosterEntry => ({ type: 'person', id: person.userId, person })
  if (order.groupBy === 'none') return found.map(entryOf)
  const groups = new Map<Status, RosterPerson[]>()
  for (const person of found) groups.set(person.status, [...(groups.get(person.status) ?? []), person])
  return [...groups]
    .sort(([a], [b]) => place(a) - place(b))
    .flatMap(([status, members]): RosterEntry[] => {
      const { label } = describeStatus(status, order)
      // No id of a person begins with a space.
      const heading: RosterEntry = { type: 'group', id: ` ${status}`, label, count: members.length }
      return [heading, ...members.map(entryOf)]
    })
}

/** The next person whose name begins with a letter, from the one at `at` on and around. */
export function typeAhead(entries: readonly RosterEntry[], at: number, letter: string, locale: string): number {
  const start = fold(letter, locale)
  const { length } = entries
  for (let step = 1; step <= length; step += 1) {
    const index = (Math.max(at, -1) + step) % length
    const entry = entries[index]
    if (entry?.type === 'person' && fold(entry.person.name, locale).startsWith(start)) return index
  }
  return -1
}

function fold(text: string, locale: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale)
}
