/** A person's sessions in a room → the member that is shown. Pure; all shown fields are the winner's together (INV-31). */
import {
  isSameValue,
  selectWinner,
  OPTIONAL_STATUS_FIELDS,
  type AggregateSession,
  type Info,
  type PresenceData,
  type StatusFields,
  type StatusRanking,
} from '@rollcall/protocol'
import type { Aggregate, FoldableSession } from '../member/aggregate.ts'
import type { Member } from '../member/member.ts'
import { frozenCopy } from './frozenCopy.ts'
import type { LiveSession } from './presenceState.ts'

export type AnyMember = Member<PresenceData, Info>

/** How sessions become a member. */
export interface FoldRules {
  readonly ranking: StatusRanking
  /** The app's own way, in the place of the ranks. */
  readonly aggregate?: Aggregate<PresenceData> | undefined
  /** Told of what it threw: then the ranks decide. */
  report(thrown: unknown): void
}

interface Candidate extends AggregateSession {
  readonly record: LiveSession
}

const candidate = (record: LiveSession): Candidate => ({
  ...record.fields,
  sessionId: record.session.sessionId,
  changedAt: record.changedAt,
  record,
})

/** Which record is shown. `records` is never empty. */
function chooseRecord(records: readonly [LiveSession, ...LiveSession[]], ranking: StatusRanking): LiveSession {
  if (records.length === 1) return records[0]
  return selectWinner(records.map(candidate), ranking)?.record ?? records[0]
}

function joinTyping(records: readonly LiveSession[]): readonly string[] {
  const [only] = records
  if (records.length === 1 && only !== undefined) return only.session.typing
  return Object.freeze([...new Set(records.flatMap((record) => record.session.typing))])
}

function foldable({ session, fields, changedAt }: LiveSession): FoldableSession<PresenceData> {
  return { ...session, ...fields, changedAt }
}

/** What the app shows of them; `undefined` where it has no way of its own, or that way failed. */
function foldByApp(
  records: readonly [LiveSession, ...LiveSession[]],
  { aggregate, report }: FoldRules,
): (StatusFields & { readonly presence?: PresenceData }) | undefined {
  if (aggregate === undefined) return undefined
  const [first, ...rest] = records
  try {
    const chosen = aggregate([foldable(first), ...rest.map(foldable)])
    const shown: Record<string, unknown> = {}
    // A chosen session has much more than is shown of a person.
    for (const key of ['status', 'presence', ...OPTIONAL_STATUS_FIELDS] as const)
      if (chosen[key] !== undefined) shown[key] = frozenCopy(chosen[key])
    if (typeof chosen.status !== 'string') throw new TypeError('unable to fold sessions; aggregate gave no status')
    return { ...shown, status: chosen.status }
  } catch (thrown) {
    report(thrown)
    return undefined
  }
}

/** Folds `records`, given in order of entering. */
export function foldMember(records: readonly [LiveSession, ...LiveSession[]], rules: FoldRules): AnyMember {
  const shown = chooseRecord(records, rules.ranking)
  let lastActiveAt = shown.session.lastActiveAt
  for (const { session } of records) lastActiveAt = Math.max(lastActiveAt, session.lastActiveAt)
  return Object.freeze({
    presence: shown.session.presence,
    ...(foldByApp(records, rules) ?? shown.fields),
    userId: shown.session.userId,
    info: shown.info,
    lastActiveAt,
    lastSeenAt: null,
    sessions: Object.freeze(records.map((record) => record.session)),
    typing: joinTyping(records),
  })
}

type AnySession = LiveSession['session']

function isSameSession(left: AnySession, right: AnySession): boolean {
  return (
    left === right ||
    (left.sessionId === right.sessionId &&
      left.status === right.status &&
      left.enteredAt === right.enteredAt &&
      left.lastActiveAt === right.lastActiveAt &&
      left.held === right.held &&
      isSameValue(left.typing, right.typing) &&
      isSameValue(left.presence, right.presence))
  )
}

/** Equality by content of two folds of the same person. Cheap where parts are the same objects, as they mostly are. */
export function isSameMember(left: AnyMember, right: AnyMember): boolean {
  return (
    left.sessions.length === right.sessions.length &&
    left.status === right.status &&
    left.statusText === right.statusText &&
    left.activity === right.activity &&
    left.project === right.project &&
    left.language === right.language &&
    left.lastActiveAt === right.lastActiveAt &&
    left.sessions.every((session, index) => isSameSession(session, right.sessions[index] ?? session)) &&
    isSameValue(left.presence, right.presence) &&
    isSameValue(left.info, right.info) &&
    isSameValue(left.metadata, right.metadata) &&
    isSameValue(left.typing, right.typing)
  )
}
