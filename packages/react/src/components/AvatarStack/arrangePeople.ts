/** The order of a stack. Activity is no argument: a face does not move because somebody did. */

export interface StackPerson {
  readonly userId: string
  /** Tells several entries of one person apart; one entry a person needs none. */
  readonly sessionId?: string | undefined
  readonly name: string
  readonly picture?: string | undefined
  readonly status?: string | undefined
  /** The person at this page. */
  readonly isSelf?: boolean | undefined
  /** Said goodbye a moment ago. */
  readonly isLeaving?: boolean | undefined
}

/** A name that lasts as long as the entry does. */
export function entryId({ userId, sessionId }: StackPerson): string {
  return sessionId === undefined ? userId : `${userId} ${sessionId}`
}

export type StackOrder = 'joined' | 'name' | ((a: StackPerson, b: StackPerson) => number)

export interface Arrangement {
  /** `joined` keeps the order given. Default `joined`. */
  readonly order?: StackOrder | undefined
  /** Where the person at this page stands. Default `first`. */
  readonly self?: 'first' | 'last' | 'hide' | undefined
  readonly locale?: string | undefined
}

export function arrangePeople(
  people: readonly StackPerson[],
  { order = 'joined', self = 'first', locale }: Arrangement = {},
): readonly StackPerson[] {
  const others = people.filter((person) => person.isSelf !== true)
  const me = self === 'hide' ? [] : people.filter((person) => person.isSelf === true)
  const ordered = order === 'joined' ? others : others.sort(typeof order === 'function' ? order : byName(locale))
  return self === 'last' ? [...ordered, ...me] : [...me, ...ordered]
}

function byName(locale: string | undefined): (a: StackPerson, b: StackPerson) => number {
  const { compare } = new Intl.Collator(locale)
  return (a, b) => compare(a.name, b.name)
}

/** `max` counts the chip, so that it never stands for one person whose place it takes. `null` = all. */
export function splitStack(
  people: readonly StackPerson[],
  max: number | null,
): { readonly shown: readonly StackPerson[]; readonly hidden: readonly StackPerson[] } {
  if (max === null || people.length <= Math.max(1, max)) return { shown: people, hidden: [] }
  const places = Math.max(1, max) - 1
  return { shown: people.slice(0, places), hidden: people.slice(places) }
}
