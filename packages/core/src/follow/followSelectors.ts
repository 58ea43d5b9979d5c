import type { AnyPerson } from './followReducer.ts'

/** Those of `userIds` of whom something is known, in the order asked for. */
export function selectPeople(
  userIds: readonly string[],
  find: (userId: string) => AnyPerson | undefined,
): ReadonlyMap<string, AnyPerson> {
  const people = new Map<string, AnyPerson>()
  for (const userId of userIds) {
    const person = find(userId)
    if (person !== undefined) people.set(userId, person)
  }
  return people
}

/** Equality of two such maps: the same people, each the same object. */
export function isSamePeople(left: ReadonlyMap<string, AnyPerson>, right: ReadonlyMap<string, AnyPerson>): boolean {
  if (left.size !== right.size) return false
  for (const [userId, person] of left) if (right.get(userId) !== person) return false
  return true
}
