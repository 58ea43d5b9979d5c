/** Who else is at a field, or somewhere below it: one entry per person, whatever their number of tabs. */
import type { RegisteredClient, RegisteredRoom, RegisteredUserPresence } from '../../context/register.ts'
import { instantOf } from '../../format/instantOf.ts'
import { combineSources } from '../combineSources.ts'
import type { Readable } from '../useStateSource.ts'
import type { FieldPlace } from './fieldReporter.ts'

/** In the order in which they came. Of several tabs the one counts in which they did something last. */
export function createVisitorSource(
  client: RegisteredClient,
  room: RegisteredRoom,
  place: FieldPlace,
): Readable<readonly RegisteredUserPresence[]> {
  const { self } = client
  const spellings = spellingsOf(place).map((one) => room.locations(one))
  return combineSources([...spellings, self], () => {
    const myId = self.getCurrent().userId
    const visitors = new Map<string, Visitor>()
    for (const presence of spellings.flatMap((locations) => locations.getCurrent())) {
      const { id } = presence.user
      if (id === myId) continue
      const known = visitors.get(id)
      const since = Math.min(known?.since ?? Infinity, sinceOf(presence) ?? 0)
      const isNewer = known === undefined || lastActAt(presence) > lastActAt(known.presence)
      visitors.set(id, { since, presence: isNewer ? presence : known.presence })
    }
    return [...visitors.values()].sort((a, b) => a.since - b.since).map(({ presence }) => presence)
  })
}

interface Visitor {
  /** Who does not say comes first, so that nothing they do moves them. */
  readonly since: number
  readonly presence: RegisteredUserPresence
}

/** Who reports by hand may write an index as text. */
function spellingsOf({ documentId, path }: FieldPlace): readonly FieldPlace[] {
  const asText = path.map((step) => (typeof step === 'number' ? String(step) : step))
  return path.some((step) => typeof step === 'number')
    ? [
        { documentId, path },
        { documentId, path: asText },
      ]
    : [{ documentId, path }]
}

/** The same visits, entry by entry. */
export function sameVisitors(a: readonly RegisteredUserPresence[], b: readonly RegisteredUserPresence[]): boolean {
  return a.length === b.length && a.every((presence, index) => presence === b[index])
}

type Visit = Pick<RegisteredUserPresence, 'locations'>

function sinceOf({ locations }: Visit): number | undefined {
  const known = locations.flatMap(({ since }) => instantOf(since) ?? [])
  return known.length === 0 ? undefined : Math.min(...known)
}

/** When they came to the field, epoch ms; who reports no such thing came when they last did something. */
export function cameAtOf(visit: Visit): number {
  return sinceOf(visit) ?? lastActAt(visit)
}

/** When they last did something there, epoch ms; `-Infinity`: they do not say. */
export function lastActAt({ locations }: Visit): number {
  return Math.max(...locations.map(({ lastActiveAt }) => instantOf(lastActiveAt) ?? -Infinity))
}
