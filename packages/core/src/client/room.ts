/** What an app holds of a room. */
import type { Info, LeaveReason, PointerPosition, PresenceData, PresenceError } from '@rollcall/protocol'
import type { Observable } from 'rxjs'
import type { LocationQuery, PresenceLocation, UserPresence } from '../member/location.ts'
import type { Member } from '../member/member.ts'
import type { Session } from '../member/session.ts'
import type { StateSource } from '../store/stateSource.ts'

export interface RoomOptions<P> {
  /** What this session says of itself on entering. Default `{}`. */
  readonly initialPresence?: P
  /** `true` (default) enters at once; `false` only looks. */
  readonly visible?: boolean
  /** `false`: do not see the room. `'count'`: only how many. Default `true`. */
  readonly subscribe?: boolean | 'count'
}

/** Person-level: `enter` is somebody's first session, `leave` the last; what happens between is `update`. */
export interface RoomEvent<P = PresenceData, I = Info> {
  /** `present`: was here before we looked. */
  readonly type: 'enter' | 'present' | 'update' | 'leave' | 'typing'
  readonly member: Member<P, I>
  /** The session it came from. */
  readonly session: Session<P>
  readonly reason?: LeaveReason
  /** The last word of a leave. */
  readonly presence?: P
  /** Epoch ms by the server's clock. */
  readonly at: number
}

export interface RoomTyping<P, I> {
  /** Somebody at this page pressed a key in `input` (default `''`). Frames go out as seldom as they may. */
  keystroke(input?: string): void
  stop(input?: string): void
  /** Who is typing, without oneself, in order of entering. */
  typers(input?: string): StateSource<readonly Member<P, I>[]>
}

/** Pointer positions of an area; by callback, never part of a member. */
export interface RoomMoves {
  /** `null`: gone from the area. */
  move(position: PointerPosition | null): void
  subscribe(
    listener: (move: { readonly sessionId: string; readonly position: PointerPosition | null }) => void,
  ): () => void
}

/** A part of the page that wants to be present. The last release leaves, one macrotask later. */
export interface Claim<P> {
  update(presence: Partial<P>): void
  report(locations: readonly PresenceLocation[] | undefined): void
  release(): void
}

export interface Room<P = PresenceData, I = Info> {
  readonly id: string
  readonly members: StateSource<readonly Member<P, I>[]>
  /** Without the person at this page: all their tabs are left out. */
  readonly others: StateSource<readonly Member<P, I>[]>
  /** Me in this room, with all my sessions; `presence` is this session's. `undefined` before entering. */
  readonly self: StateSource<Member<P, I> | undefined>
  /** This session's own presence, never folded; `initialPresence` before entering. */
  readonly presence: StateSource<P>
  /** People who left lately, newest first, at most 200; `status` is `offline`, `sessions` is empty. */
  readonly departed: StateSource<readonly Member<P, I>[]>
  readonly occupancy: StateSource<{ readonly members: number; readonly sessions: number }>
  /** Whether the picture has been whole once. */
  readonly synced: StateSource<boolean>
  /**
   * Why this room will not have us, or will not be seen by us (`forbidden`, `limit_exceeded` …); `undefined` otherwise. It
   * goes once we enter again, or once the room is shown after all.
   */
  readonly error: StateSource<PresenceError | undefined>
  member(userId: string): StateSource<Member<P, I> | undefined>
  locations(query?: LocationQuery): StateSource<readonly UserPresence<I>[]>
  readonly events: Observable<RoomEvent<P, I>>
  readonly typing: RoomTyping<P, I>
  moves(area?: string): RoomMoves
  /** Enter, or enter again after `leave`. Resolves when accepted (without acks: when transmitted). */
  enter(presence?: P): Promise<void>
  /**
   * Change top-level keys; `undefined` removes one, `null` is a value. Pends while offline.
   * @throws PresenceError `not_entered`, `invalid_presence`, `data_too_large`, `disposed`
   */
  update(patch: Partial<P> | ((previous: P) => Partial<P>)): Promise<void>
  /** Survives reconnects: nothing enters again by itself. */
  leave(options?: { readonly presence?: P }): Promise<void>
  reportPresence(locations: readonly PresenceLocation[] | undefined): void
  claim(presence?: Partial<P>): Claim<P>
  /** Everybody, once the picture is whole. */
  rollCall(): Promise<readonly Member<P, I>[]>
  /** Gives this handle back; the last one leaves the room. Idempotent. */
  dispose(): void
}
