import { useReducer } from 'react'
import { lookAt, noteFact, TOUR_BEGIN, type TourProgress, type TourView } from './tourProgress.ts'
import type { TourFact } from './tourSteps.ts'

/** The progress of the tour at this page, and how a panel adds what only it can tell. */
export function useTour(view: TourView): readonly [TourProgress, (fact: TourFact) => void] {
  const [progress, change] = useReducer(
    (before: TourProgress, news: TourView | TourFact) =>
      typeof news === 'string' ? noteFact(before, news) : lookAt(before, news),
    TOUR_BEGIN,
  )
  // While rendering, so that a state that lasts for one picture counts as well.
  if (lookAt(progress, view) !== progress) change(view)
  return [progress, change]
}
