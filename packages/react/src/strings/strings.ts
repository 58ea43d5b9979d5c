/**
 * What the components say, as one typed catalogue: no component holds a word of its own.
 * Functions rather than templates, so that a language may inflect, reorder or leave out.
 */

/** The built-in statuses, and `dnd`, which is exported ready for `defineStatuses`. */
export type NamedStatus = 'online' | 'away' | 'busy' | 'dnd' | 'invisible' | 'offline' | 'unknown'

/** How long ago, where the exact instant is nobody's business: under 3 days, 7 days, 30 days, or more. */
export type ApproximateLastSeen = 'recently' | 'within-week' | 'within-month' | 'long-ago'

export interface Strings {
  /** BCP 47 tag of the language that this catalogue is in. */
  readonly language: string

  readonly statuses: Readonly<Record<NamedStatus, string>>
  /** A status kept from before our own link went down. `seconds`: since then; absent where unknown. */
  readonly stale: (context: { readonly label: string; readonly seconds?: number | undefined }) => string
  /** What an invisible person reads about themselves. */
  readonly invisibleToOthers: string
  /** The one accessible name of an avatar: "Ada Lovelace, away". */
  readonly nameAndStatus: (context: { readonly name: string; readonly status: string }) => string
  /** How many tabs and devices: "2 sessions". */
  readonly sessions: (count: number) => string
  readonly you: string

  /** Under a minute ago. Own words: Intl only gives "now". */
  readonly justNow: string
  /** No last-seen time is known. */
  readonly never: string
  /** `day` is the language's own "yesterday". */
  readonly yesterdayAt: (context: { readonly day: string; readonly time: string }) => string
  /** The whole sentence: "Last seen 5 minutes ago". */
  readonly lastSeen: (context: { readonly when: string }) => string
  /** Away people: "Away · 6 minutes ago". */
  readonly awaySince: (context: { readonly when: string }) => string
  readonly approximate: Readonly<Record<ApproximateLastSeen, string>>

  /** `names` is one list, remainder included; `count` is everybody who types. */
  readonly typing: (context: { readonly names: string; readonly count: number }) => string
  /** The remainder as a list item: "2 others". */
  readonly typingOthers: (count: number) => string
  readonly severalTyping: string
  /** Somebody without a name. */
  readonly someone: string

  /** Name of the list of avatars: "6 people here". */
  readonly peopleHere: (count: number) => string
  /** Name of the chip: "+4 more people". */
  readonly morePeople: (count: number) => string
  readonly onlyYou: string
  readonly loadingPeople: string
  /** Name of the roster. */
  readonly people: string
  readonly nobodyElse: string

  /** Name of the button that changes one's status: tells the present one. */
  readonly myStatus: (context: { readonly status: string }) => string
  /** The choice that leaves the status to activity. */
  readonly automatic: string

  /** Beside a field that others are at. `names` is one list; `count` is how many. */
  readonly editing: (context: { readonly names: string; readonly count: number }) => string

  readonly connection: Readonly<
    Record<'connecting' | 'connected' | 'reconnecting' | 'disconnected' | 'failed' | 'deviceOffline', string>
  >
  /** The link is back, and nobody noticed but us. */
  readonly restored: string
  readonly latency: (milliseconds: number) => string
  readonly retry: string

  /** What is spoken when people come and go. `names` is one list; `count` is how many. */
  readonly joined: (context: { readonly names: string; readonly count: number }) => string
  readonly left: (context: { readonly names: string; readonly count: number }) => string
}
