import { createRanking, type StatusRanking } from '@rollcall/protocol'
import type { StatusRegistry } from './defineStatuses.ts'

/** The ranks of a registry, for folding sessions. */
export function rankingOf(statuses: StatusRegistry): StatusRanking {
  const ranks = [...statuses.definitions].map(([status, { rank }]): [string, number] => [status, rank])
  return createRanking(Object.fromEntries(ranks))
}
