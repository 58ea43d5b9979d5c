/** What is spoken, as facts: words are made of them at the last moment, in the language of that moment. */

/** `assertive` interrupts; for what needs an act of the reader. */
export type Politeness = 'polite' | 'assertive'

/** Somebody in a message. */
export interface SpokenPerson {
  readonly userId: string
  /** Absent: "Someone". */
  readonly name?: string | undefined
}

export type Utterance =
  | { readonly kind: 'typing'; readonly people: readonly SpokenPerson[] }
  | { readonly kind: 'joined' | 'left'; readonly people: readonly SpokenPerson[] }
  | { readonly kind: 'lost'; readonly cause: 'link' | 'device' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'editing'; readonly people: readonly SpokenPerson[] }

/** One message as a screen reader was given it. */
export interface Announcement {
  readonly text: string
  readonly politeness: Politeness
  /** Epoch ms by the client's clock. */
  readonly at: number
}
