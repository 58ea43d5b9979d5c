/** What this page says of itself in a room: claims in, announcing and the own record out. */
import { isSameValue, type LeaveReason, type PresenceData, type PresenceError } from '@rollcall/protocol'
import { createStoreState, type StoreState } from '../store/storeState.ts'
import { createAnnounce, type Announce } from './announce.ts'
import {
  NO_CLAIMS,
  claimsReducer,
  selectPublished,
  selectWantsPresence,
  type ClaimsEvent,
  type ClaimsState,
} from './claims.ts'
import { frozenCopy } from './frozenCopy.ts'
import { ownRecord } from './ownRecord.ts'
import type { LiveSession } from './presenceState.ts'
import type { RoomContext } from './roomContext.ts'
import type { Arrival } from './sessionEvent.ts'
import type { SessionTable } from './sessionTable.ts'
import type { Settle } from './settlements.ts'

export interface OwnPresence {
  readonly announce: Announce
  readonly claims: StoreState<ClaimsState>
  /** What is published, or would be; the same object as long as its content is the same. */
  readonly published: StoreState<PresenceData>
  /** Why we may not be in the room; `undefined` while nobody has refused us, and once the app enters again. */
  readonly refusal: StoreState<PresenceError | undefined>
  change(reason: string, event: ClaimsEvent, options?: { settle?: Settle; lastWord?: PresenceData }): void
  /** Somebody who may removed us from the room. */
  removed(reason: LeaveReason): void
  /** Our status, identity or connection changed. */
  refresh(): void
  /** What we are typing in, for the own record and for newcomers. */
  setTyping(inputs: readonly string[]): void
  connected(connection: { readonly resumed: boolean }): void
  dispose(error: PresenceError): void
}

export interface OwnPresenceOptions {
  readonly context: RoomContext
  readonly sessions: SessionTable
  arrival(): Arrival
  /** Inputs whose last `on` is young enough to be told to newcomers. */
  typingToTell(): readonly string[]
  flush(): void
}

const NO_INPUTS: readonly string[] = Object.freeze([])

/** Makes the own side of a room in which this page is not yet. */
export function createOwnPresence(options: OwnPresenceOptions): OwnPresence {
  const { context, sessions } = options
  const claims = createStoreState<ClaimsState>(NO_CLAIMS, context)
  const published = createStoreState<PresenceData>(frozenCopy({}), context)
  const refusal = createStoreState<PresenceError | undefined>(undefined, context)
  let entered: { readonly at: number; readonly now: number } | undefined
  let current = published.get()
  let typing = NO_INPUTS
  let record: LiveSession | undefined

  const announce = createAnnounce({
    ...context,
    whole: () => ({
      typing: options.typingToTell(),
      enteredAt: entered?.at ?? context.epochNow(),
      ageMs: Math.max(0, Math.round(context.clock.now() - (entered?.now ?? context.clock.now()))),
    }),
    enterRefused: (error) => {
      claims.set('presence/refused', claimsReducer(claims.get(), { type: 'left' }))
      putRecord()
      refusal.set('presence/refused', error)
      options.flush()
    },
  })
  const putRecord = (reason?: LeaveReason): void => {
    const speaker = context.speaker()
    const isIn = selectWantsPresence(claims.get())
    if (isIn) entered ??= { at: context.epochNow(), now: context.clock.now() }
    else entered = undefined
    record =
      entered === undefined || speaker === undefined
        ? undefined
        : ownRecord(record, { speaker, presence: current, typing, enteredAt: entered.at }, options.arrival())
    sessions.putOwn(record, { at: context.epochNow(), ...(reason === undefined ? {} : { reason }) })
  }
  const wish = (): PresenceData | undefined =>
    selectWantsPresence(claims.get()) && !context.isHidden() ? current : undefined
  return {
    announce,
    claims,
    published,
    refusal,
    change: (reason, event, { settle, lastWord } = {}) => {
      if (event.type === 'entered') refusal.set(reason, undefined)
      claims.set(reason, claimsReducer(claims.get(), event))
      const next = selectPublished(claims.get())
      if (!isSameValue(current, next)) current = frozenCopy(next)
      // The record first, then the listeners: one who reads must find both, and is told once.
      putRecord('left')
      published.set(reason, current)
      announce.want(wish(), {
        ...(settle === undefined ? {} : { settle }),
        ...(lastWord === undefined ? {} : { lastWord }),
      })
      options.flush()
    },
    removed: (reason) => {
      claims.set('presence/removed', claimsReducer(claims.get(), { type: 'left' }))
      putRecord(reason)
      announce.forget()
      options.flush()
    },
    refresh: () => {
      putRecord()
      if (announce.isAnnounced() !== (wish() !== undefined)) announce.want(wish())
      else if (context.liveness === 'peers') announce.restate()
      options.flush()
    },
    setTyping: (inputs) => {
      typing = inputs.length === 0 ? NO_INPUTS : inputs
      putRecord()
      options.flush()
    },
    connected: (connection) => {
      putRecord()
      announce.connected(connection)
    },
    dispose: (error) => announce.dispose(error),
  }
}
