/**
 * Who on this page wants to be present, and with what. Pure. Any number of parts of a page claim
 * presence; the session is announced exactly while there is at least one (INV-48), and publishes
 * the merge of all: in order of claiming, the last wins per key.
 */
import { isSameValue, type PresenceData } from '@rollcall/protocol'
import type { PresenceLocation } from '../member/location.ts'

export interface ClaimEntry {
  readonly id: number
  readonly presence: PresenceData
  /** `undefined`: reports nothing. `[]`: here, but nowhere. */
  readonly locations: readonly PresenceLocation[] | undefined
}

export interface ClaimsState {
  /** What the first handle of the room brought along: below all claims, and shown before entering, too. */
  readonly initial: PresenceData
  readonly claims: readonly ClaimEntry[]
  /** What `update` said: over all claims. A key that is there with `undefined` takes the claims' away. */
  readonly own: PresenceData
  /** An explicit `leave` holds over reconnects and new claims, until `enter` or until all claims are gone. */
  readonly hasLeft: boolean
}

export const NO_CLAIMS: ClaimsState = { initial: {}, claims: [], own: {}, hasLeft: false }

export type ClaimsEvent =
  | { readonly type: 'begun'; readonly initial: PresenceData }
  | { readonly type: 'claimed'; readonly id: number; readonly presence: PresenceData }
  | { readonly type: 'changed'; readonly id: number; readonly presence: PresenceData }
  | { readonly type: 'reported'; readonly id: number; readonly locations: readonly PresenceLocation[] | undefined }
  | { readonly type: 'released'; readonly id: number }
  /** Keys to set; `undefined` as a value removes one. */
  | { readonly type: 'updated'; readonly patch: PresenceData }
  | { readonly type: 'entered'; readonly presence: PresenceData | undefined }
  | { readonly type: 'left' }

function changeClaim(state: ClaimsState, id: number, change: (claim: ClaimEntry) => ClaimEntry): ClaimsState {
  const claims = state.claims.map((claim) => (claim.id === id ? change(claim) : claim))
  return claims.some((claim, index) => claim !== state.claims[index]) ? { ...state, claims } : state
}

/** The next claims; the same object when nothing changed. */
export function claimsReducer(state: ClaimsState, event: ClaimsEvent): ClaimsState {
  switch (event.type) {
    case 'begun':
      return { ...state, initial: event.initial }
    case 'claimed':
      return {
        ...state,
        claims: [...state.claims, { id: event.id, presence: event.presence, locations: undefined }],
      }
    case 'changed':
      return changeClaim(state, event.id, (claim) => {
        const presence = { ...claim.presence, ...event.presence }
        return isSameValue(claim.presence, presence) ? claim : { ...claim, presence }
      })
    case 'reported':
      return changeClaim(state, event.id, (claim) =>
        isSameValue(claim.locations, event.locations) ? claim : { ...claim, locations: event.locations },
      )
    case 'released': {
      const claims = state.claims.filter((claim) => claim.id !== event.id)
      if (claims.length === state.claims.length) return state
      return claims.length === 0 ? { ...NO_CLAIMS, initial: state.initial } : { ...state, claims }
    }
    case 'updated':
      return { ...state, own: { ...state.own, ...event.patch } }
    case 'entered':
      return { ...state, hasLeft: false, own: event.presence ?? state.own }
    case 'left':
      return state.hasLeft || state.claims.length === 0 ? state : { ...state, hasLeft: true }
  }
}

/** Whether the session wants to be in the room. */
export function selectWantsPresence(state: ClaimsState): boolean {
  return state.claims.length > 0 && !state.hasLeft
}

/** Parts of a page at the same place are there once: so a remount, whose predecessor's release still waits, changes nothing (INV-48). */
function withoutRepeats(locations: readonly PresenceLocation[]): readonly PresenceLocation[] {
  return locations.filter((location, index) => locations.findIndex((other) => isSameValue(other, location)) === index)
}

/** The one value that is published, without removed keys. */
export function selectPublished(state: ClaimsState): PresenceData {
  const merged: Record<string, unknown> = { ...state.initial }
  for (const claim of state.claims) Object.assign(merged, claim.presence)
  const reported = state.claims.flatMap((claim) => (claim.locations === undefined ? [] : [claim.locations]))
  if (reported.length > 0) merged['locations'] = withoutRepeats(reported.flat())
  Object.assign(merged, state.own)
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
}
