/**
 * Many sessions → one person. Pure and independent of order (INV-29): the winner by status
 * rank, activity rank, most recent change, then session id; all shown fields are the winner's
 * together (INV-31), and a pinned status lies over them.
 */
import type { SelfStatus } from './connectionFrames.ts'
import type { StatusFields, StatusRanking } from './status.ts'

export interface AggregateSession extends StatusFields {
  readonly sessionId: string
  /** Order of the last change of a status key, by whatever clock the aggregator uses; greater is later. */
  readonly changedAt: number
}

/** Whether `left` wins over `right`: a total order, so that ties never flip. */
function outranks(left: AggregateSession, right: AggregateSession, ranking: StatusRanking): boolean {
  const byStatus = ranking.statusRank(left.status) - ranking.statusRank(right.status)
  if (byStatus !== 0) return byStatus > 0
  const byActivity = ranking.activityRank(left.activity) - ranking.activityRank(right.activity)
  if (byActivity !== 0) return byActivity > 0
  if (left.changedAt !== right.changedAt) return left.changedAt > right.changedAt
  return left.sessionId < right.sessionId
}

/** The session whose fields are shown, or `undefined` where there is none. */
export function selectWinner<S extends AggregateSession>(sessions: Iterable<S>, ranking: StatusRanking): S | undefined {
  let winner: S | undefined
  for (const session of sessions) if (winner === undefined || outranks(session, winner, ranking)) winner = session
  return winner
}

/**
 * What a person shows, or `undefined` if offline: no session, or invisible. `pinned` is the
 * person's own choice over all sessions.
 */
export function aggregate(
  sessions: Iterable<AggregateSession>,
  ranking: StatusRanking,
  pinned?: Pick<SelfStatus, 'status' | 'statusText'>,
): StatusFields | undefined {
  const winner = selectWinner(sessions, ranking)
  if (winner === undefined) return undefined
  const status = pinned?.status ?? winner.status
  if (status === 'invisible' || status === 'offline') return undefined
  const statusText = pinned === undefined ? winner.statusText : pinned.statusText
  return {
    status,
    ...(statusText === undefined ? {} : { statusText }),
    ...(winner.activity === undefined ? {} : { activity: winner.activity }),
    ...(winner.project === undefined ? {} : { project: winner.project }),
    ...(winner.language === undefined ? {} : { language: winner.language }),
    ...(winner.metadata === undefined ? {} : { metadata: winner.metadata }),
  }
}
