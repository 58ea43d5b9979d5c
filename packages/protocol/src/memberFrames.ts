/**
 * What one says of the people one follows, wherever they are, one entry a person
 * (PROTOCOL.md, chapter 5). They need an aggregator: the server.
 */
import type { Info, StatusChanges, StatusFields } from './status.ts'

// ── client → server ─────────────────────────────────────────────────────────

/** This session's own status and activity; with `pin`, `status` and `statusText` are the person's, over all sessions. */
export interface StatusUpdateRequest {
  readonly type: 'statusUpdate'
  readonly request?: number
  readonly idleMs?: number
  readonly pin?: boolean
  /** The pinned status ends at this instant (epoch ms, server's clock). */
  readonly until?: number
  readonly changes: StatusChanges
}
/** At most 200 ids a frame. */
export interface FollowRequest {
  readonly type: 'follow'
  readonly request?: number
  readonly userIds: readonly string[]
}
export interface UnfollowRequest {
  readonly type: 'unfollow'
  readonly request?: number
  readonly userIds: readonly string[]
}

export type MemberRequest = StatusUpdateRequest | FollowRequest | UnfollowRequest

// ── server → client ─────────────────────────────────────────────────────────

/** The whole picture of a person. */
export interface PersonView extends StatusFields {
  readonly userId: string
  readonly info?: Info
  /** Last sign of life, epoch ms, server's clock. Only of somebody offline; absent = never seen. */
  readonly lastSeenAt?: number
}

/** Whole pictures of the people named, nothing about others (`sync`). */
export interface SyncFrame {
  readonly type: 'sync'
  readonly people: readonly PersonView[]
}
/** Came online (`o`). Opens no merge window: the first change after it goes out at once. */
export interface AppearedFrame {
  readonly type: 'appeared'
  readonly person: PersonView
}
/** Only what changed (`u`), never empty. */
export interface ChangedFrame {
  readonly type: 'changed'
  readonly userId: string
  readonly changes: PersonChanges
}
export interface PersonChanges extends StatusChanges {
  readonly info?: Info
}
/** Went offline (`x`); `at` is the last sign of life, not the moment of giving up. */
export interface GoneFrame {
  readonly type: 'gone'
  readonly userId: string
  readonly at: number
}

export type MemberFrame = SyncFrame | AppearedFrame | ChangedFrame | GoneFrame
