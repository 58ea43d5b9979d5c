/** What is compared: something that holds people, takes updates and tells subscribers. */
import type { PatchFrame } from '@rollcall/protocol'

export interface Subject {
  /** Applies one update and tells whoever subscribed to that person. */
  update(frame: PatchFrame): void
  /** The same, from the text of the wire. */
  updateText(text: string): void
  subscribe(index: number, listener: () => void): void
  dispose(): void
}

export interface SubjectKind {
  readonly name: string
  /** Updates between two looks at the clock. */
  readonly batch: number
  /** Makes one with people 0 … `members` - 1 in it. */
  create(members: number): Subject
}
