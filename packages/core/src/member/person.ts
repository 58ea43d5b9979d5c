import type { Info, Metadata, Status } from '@rollcall/protocol'

/** Somebody, folded from all their sessions. `I` is what the server vouches for: name, avatar, … */
export interface Person<I = Info> {
  readonly userId: string
  readonly info: I
  readonly status: Status
  readonly statusText?: string
  readonly activity?: string
  readonly project?: string
  readonly language?: string
  readonly metadata?: Metadata
  /** Last input, epoch ms by the server's clock; `null` where unknown. */
  readonly lastActiveAt: number | null
  /** Last sign of life of somebody offline, epoch ms by the server's clock; `null` where unknown, or while here. */
  readonly lastSeenAt: number | null
}
