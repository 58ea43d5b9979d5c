/**
 * A state of ours as Bifur carries it. Studio and Sanity's SDK read `locations` and `sessionId`;
 * the rest of us rides beside them under one key, which they pass over. Where a server were to
 * drop that key, we would look to each other as a Studio does.
 */
import { PROTOCOL_VERSION, encodePeerFrame, type StateFrame } from '@rollcall/protocol'
import { isRecord } from './readRpcMessage.ts'

/** The `data` of `presence_announce`, and `m` of the event that it becomes. */
export interface Announcement {
  readonly sessionId: string
  readonly locations: readonly unknown[]
  readonly rollcall: Readonly<Record<string, unknown>>
}

/**
 * Left out of what rides along: who and where is said by the medium, order by arrival. Typing too, as the frames that
 * would end it do not travel here.
 */
const OWN_WAY = new Set(['t', 'r', 'sid', 'id', 'c', 'ty'])

/** Presence without an array of `locations` is `silent`: it must not come out as "here, but nowhere". */
export function writeAnnouncement(frame: StateFrame): Announcement {
  const { locations, ...others } = frame.presence
  const reports = Array.isArray(locations)
  const state: unknown = JSON.parse(encodePeerFrame({ ...frame, presence: reports ? others : frame.presence }))
  const keys = Object.entries(isRecord(state) ? state : {}).filter(([key]) => !OWN_WAY.has(key))
  return {
    sessionId: frame.sessionId,
    locations: reports ? locations : [],
    rollcall: { v: PROTOCOL_VERSION, ...(reports ? {} : { silent: true }), ...Object.fromEntries(keys) },
  }
}

/** The keys of a `state` between tabs, as far as `m` has them; the peer codec checks each. */
export function readAnnouncement(m: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const locations = Array.isArray(m['locations']) ? m['locations'] : []
  const ours = m['rollcall']
  if (!isRecord(ours) || ours['v'] !== PROTOCOL_VERSION) return { d: { locations } }
  const { d, v: _version, silent, ...fields } = ours
  const presence = isRecord(d) ? d : {}
  return { ...fields, d: silent === true ? presence : { locations, ...presence }, ty: undefined }
}
