/** What may be spoken, and how close together: speech is a budget that every source shares (ui.md 2.9). */

/** `people`: who comes and goes · `failure`: the connection ended for good · `field`: somebody where my focus is. */
export type AnnouncedEvent = 'people' | 'typing' | 'connection' | 'failure' | 'field'

/** `low` keeps a distance between messages of one sort, `high` speaks each as soon as it is sure. */
export type AnnouncementLevel = 'off' | 'low' | 'high'

export type AnnouncementPolicy = Readonly<Record<AnnouncedEvent, AnnouncementLevel>>

/** Coming and going is off: in a room of sixty nobody could work. */
export const DEFAULT_POLICY: AnnouncementPolicy = {
  people: 'off',
  typing: 'low',
  connection: 'low',
  failure: 'low',
  field: 'low',
}

/** For how long it has to hold before it is said, ms. */
export const LEAD_MS = {
  /** What is collected into one "Bo and 2 others joined". */
  people: 5_000,
  /** A single key pressed is no news. */
  typing: 2_000,
  /** As long as what is seen waits, too. */
  connection: 3_000,
} as const

/** Least time between two messages of one sort at `low`, ms. */
const APART_MS = { people: 20_000, typing: 10_000 } as const

/** When the next message of that sort may be said, given when the last one was. */
export function mayNextSpeakAt(
  event: keyof typeof APART_MS,
  lastAt: number | undefined,
  policy: AnnouncementPolicy,
): number {
  if (lastAt === undefined || policy[event] === 'high') return Number.NEGATIVE_INFINITY
  return lastAt + APART_MS[event]
}
