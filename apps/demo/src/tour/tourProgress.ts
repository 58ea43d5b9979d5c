/** What of the tour has been seen; pure. What was seen once stays so. */
import type { Recovery } from '../client/recoveryWatch.ts'
import { TOUR_STEPS, type TourFact, type TourStep } from './tourSteps.ts'

export interface TourProgress {
  readonly seen: ReadonlySet<TourFact>
  /** How the last interruption had ended when the present one began: what is another one ended this. */
  readonly before: Recovery | undefined
}

/** The page at one moment. */
export interface TourView {
  readonly status: string
  /** Tabs of mine in the room; 0: I am not in it. */
  readonly ownSessions: number
  readonly others: number
  readonly departed: number
  readonly isSilent: boolean
  readonly isOffline: boolean
  readonly isStale: boolean
  readonly recovery: Recovery | undefined
  readonly isAtField: boolean
}

export const TOUR_BEGIN: TourProgress = { seen: new Set(), before: undefined }

/** The progress after a look at the page; the same object when nothing is new. */
export function lookAt(progress: TourProgress, view: TourView): TourProgress {
  const { seen } = progress
  const isBack = (how: Recovery['how']) => view.recovery !== progress.before && view.recovery?.how === how
  const news: readonly (readonly [TourFact, boolean])[] = [
    ['online', view.status === 'online' && view.ownSessions > 0],
    ['second-person', view.others > 0],
    ['second-session', view.ownSessions > 1],
    ['session-closed', seen.has('second-session') && view.ownSessions === 1],
    ['person-left', seen.has('second-person') && view.departed > 0],
    ['killed', view.isSilent],
    ['resumed', seen.has('killed') && isBack('resumed')],
    ['offline', view.isOffline],
    ['stale', view.isOffline && view.isStale],
    ['resynced', seen.has('stale') && isBack('resynced')],
    ['field', view.isAtField],
    ['invisible', view.status === 'invisible'],
  ]
  const added = news.filter(([fact, isSo]) => isSo && !seen.has(fact)).map(([fact]) => fact)
  if (added.length === 0) return progress
  const isTrouble = added.includes('killed') || added.includes('offline')
  return { seen: new Set([...seen, ...added]), before: isTrouble ? view.recovery : progress.before }
}

/** Something that only the panel itself can tell. */
export function noteFact(progress: TourProgress, fact: TourFact): TourProgress {
  return progress.seen.has(fact) ? progress : { ...progress, seen: new Set([...progress.seen, fact]) }
}

export function isDone({ facts }: TourStep, { seen }: TourProgress): boolean {
  return facts.every(([fact]) => seen.has(fact))
}

/** The first step that is not done; `undefined` after the last. */
export function nextStep(progress: TourProgress): TourStep | undefined {
  return TOUR_STEPS.find((step) => !isDone(step, progress))
}
