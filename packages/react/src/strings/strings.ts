/**
 * What the components say, as one typed catalogue: no component holds a word of its own.
 * Functions rather than templates, so that a language may inflect, reorder or leave out.
 */

/** The built-in statuses, and `dnd`, which is exported ready for `defineStatuses`. */
export type NamedStatus = 'online' | 'away' | 'busy' | 'dnd' | 'invisible' | 'offline' | 'unknown'

/** How long ago, where the exact instant is nobody's business: under 3 days, 7 days, 30 days, or more. */
export type ApproximateLastSeen = 'recently' | 'within-week' | 'within-month' | 'long-ago'

/**
 * What a failed connection comes down to: sign in again, ask for the right to, too many at once, load the page anew
 * (its client speaks another version), or it goes on in another tab.
 */
export type ConnectionFailure = 'unauthorised' | 'forbidden' | 'room-full' | 'version' | 'kicked'

/** What a session runs on, as `describeSession` knows it. */
export type SessionDevice = 'phone' | 'tablet' | 'computer'

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
  /** They keep to themselves when they were last here. */
  readonly lastSeenHidden: string
  /** Beside words from before our own link went down: "as of 14:24". */
  readonly asOf: (context: { readonly time: string }) => string
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
  /** Instead of a status: said goodbye a moment ago. */
  readonly justLeft: string
  /** One of several tabs of a person: "Ada Lovelace, session 2". */
  readonly nthSession: (context: { readonly name: string; readonly number: number }) => string
  /** Nothing can be known: the connection failed. */
  readonly unavailable: string
  readonly onlyYou: string
  readonly loadingPeople: string
  /** Name of the roster. */
  readonly people: string
  readonly nobodyElse: string
  /** The button beside that. */
  readonly invite: string
  /** Name of the field that filters the roster. */
  readonly searchPeople: string
  readonly nobodyMatches: string

  /** Name of the button that changes one's status: tells the present one. */
  readonly myStatus: (context: { readonly status: string }) => string
  /** The choice that leaves the status to activity. */
  readonly automatic: string
  /** Name of the field for words beside the status. */
  readonly statusText: string
  /** Name of the choice of how long it holds. */
  readonly clearAfter: string
  /** The choice that it holds until it is changed. */
  readonly dontClear: string
  /** When it ends by itself: "until 16:00". `day`: a weekday or a date, where that is not today. */
  readonly until: (context: { readonly time: string; readonly day?: string | undefined }) => string
  /** The entry that leads to the words beside the status. */
  readonly writeStatusText: string
  /** How long they are: "Characters: 12 of 140". */
  readonly textLength: (context: { readonly length: number; readonly limit: number }) => string
  /** They are longer than they may be: "At most 140 characters". */
  readonly textTooLong: (limit: number) => string
  /** Ends the chosen status with its words: activity says it again. */
  readonly clearStatus: string
  /** The server would not have it. `reason` is what it says. */
  readonly statusRefused: (context: { readonly reason: string }) => string
  readonly save: string
  /** What is chosen while the link is down goes out later. */
  readonly appliesLater: string

  /** Name of the list of tabs and devices. */
  readonly sessionList: string
  /** The session of this very page. */
  readonly thisBrowser: string
  /** A tab or device that nothing more is known of. */
  readonly numberedSession: (number: number) => string
  readonly devices: Readonly<Record<SessionDevice, string>>
  /** Since when it is here: "Opened 5 minutes ago". */
  readonly opened: (context: { readonly when: string }) => string
  /** The button that ends a session, as written on it; its name tells which one. */
  readonly end: string
  readonly endSession: (context: { readonly session: string }) => string

  /** Beside a field that others are at. `names` is one list; `count` is how many. */
  readonly editing: (context: { readonly names: string; readonly count: number }) => string

  /** The same where the field is locked meanwhile. */
  readonly locked: (context: { readonly names: string; readonly count: number }) => string
  /** The same once they have done nothing for a while. */
  readonly editingIdle: (context: { readonly names: string; readonly count: number }) => string
  /** The button that ends somebody's lock. */
  readonly takeOver: string
  /** The button that leads to where somebody out of view is: "Go to Bo’s field". */
  readonly goToField: (context: { readonly name: string }) => string

  readonly connection: Readonly<
    Record<'connecting' | 'connected' | 'reconnecting' | 'disconnected' | 'failed' | 'deviceOffline', string>
  >
  /** The link is back, and nobody noticed but us. */
  readonly restored: string
  /** The link is back with the same session, so that nothing was missed. */
  readonly resumed: string
  /** The link is back with a new session, and the picture was asked for again. */
  readonly resynced: string
  /** Why it failed, where a person can do something about it. */
  readonly failures: Readonly<Record<ConnectionFailure, string>>
  /** Which attempt to come back this is: "3rd attempt". */
  readonly attempt: (attempt: number) => string
  /** When the next one is: "next try in 4 s". */
  readonly nextTry: (seconds: number) => string
  readonly latency: (milliseconds: number) => string
  /** What is said meanwhile and goes out with the next connection: "2 changes waiting". */
  readonly queued: (count: number) => string
  readonly retry: string
  /** The button where signing in is what helps. */
  readonly signIn: string

  /** What is spoken when people come and go. `names` is one list; `count` is how many. */
  readonly joined: (context: { readonly names: string; readonly count: number }) => string
  readonly left: (context: { readonly names: string; readonly count: number }) => string
}
