/** The person at one field of this page: says so to the room for as long as they are there, and since when. */
import type { Claim, ClientTime, PathSegment, PresenceLocation } from '@rollcall/core'
import type { RegisteredPresence, RegisteredRoom } from '../../context/register.ts'
import { isoInstant } from '../../format/isoInstant.ts'
import { ABSENT, attend, type FieldEvent, thereUntil } from './attendance.ts'

/** Where a field is. */
export interface FieldPlace {
  readonly documentId: string
  readonly path: readonly PathSegment[]
}

/** How long somebody who does nothing is taken for being there, ms. */
export interface FieldPatience {
  /** Then they are idle, and give way to whoever comes. */
  readonly idleMs: number
  /** Then they have left; `Infinity`: never. At least as long. */
  readonly stayMs: number
}

export interface FieldReporter {
  hear(event: FieldEvent): void
  /** Lets somebody else in who has come while I was idle. */
  giveWay(): void
  /** Since when I am there, epoch ms. */
  getCurrent(): number | undefined
  subscribe(listener: () => void): () => void
}

export interface FieldReporterOptions extends FieldPatience {
  readonly room: RegisteredRoom
  readonly time: ClientTime
  readonly place: FieldPlace
}

/** Typing is told this seldom: others only ask whether somebody has been idle for a minute. */
const REPEAT_MS = 15_000

interface Tenure {
  readonly claim: Claim<RegisteredPresence>
  readonly since: number
  /** The last sign of me that was told, and when it was. */
  actedAt: number
  toldAt: number
}

export function createFieldReporter(options: FieldReporterOptions): FieldReporter {
  const { room, time, place, idleMs, stayMs } = options
  // Told often enough that who looks at it never takes me for idle too early.
  const repeatMs = Math.min(REPEAT_MS, idleMs / 2)
  const listeners = new Set<() => void>()
  let state = ABSENT
  let tenure: Tenure | undefined
  let cancel = (): void => {}

  const told = (): void => {
    for (const listener of listeners) listener()
  }
  const leave = (): void => {
    if (tenure === undefined) return
    tenure.claim.release()
    tenure = undefined
    told()
  }
  const report = (held: Tenure, now: number): void => {
    held.toldAt = now
    held.actedAt = state.actedAt
    held.claim.report([locationOf(place, held)])
  }
  const look = (): void => {
    cancel()
    cancel = () => {}
    const now = time.now()
    const until = thereUntil(state, stayMs)
    if (now >= until) return leave()
    const held = tenure ?? { claim: room.claim(), since: now, actedAt: now, toldAt: now }
    const isNew = tenure === undefined
    tenure = held
    if (isNew || (state.actedAt > held.actedAt && now >= held.toldAt + repeatMs)) report(held, now)
    const next = Math.min(until, state.actedAt > held.actedAt ? held.toldAt + repeatMs : Infinity)
    if (next < Infinity) cancel = time.setTimer(next - now, look)
    if (isNew) told()
  }
  const hear = (event: FieldEvent): void => {
    state = attend(state, event, time.now())
    look()
  }
  return {
    hear,
    giveWay: () => {
      if (tenure !== undefined && time.now() >= state.actedAt + idleMs) hear('gaveWay')
    },
    getCurrent: () => tenure?.since,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function locationOf(place: FieldPlace, { since, actedAt }: Tenure): PresenceLocation {
  return { type: 'document', ...place, lastActiveAt: isoInstant(actedAt), since: isoInstant(since) }
}
