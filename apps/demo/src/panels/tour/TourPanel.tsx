import { useAnnounce } from '@rollcall/react'
import { Check } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { Card } from '../../layout/Card.tsx'
import { isDone, nextStep, type TourProgress } from '../../tour/tourProgress.ts'
import { TOUR_STEPS, type TourStep } from '../../tour/tourSteps.ts'
import './tour.css'

export interface TourPanelProps {
  readonly progress: TourProgress
}

/** Seven things to try. They tick themselves off, in whatever order they are done. */
export const TourPanel = memo(function TourPanel({ progress }: TourPanelProps) {
  const next = nextStep(progress)
  const done = TOUR_STEPS.filter((step) => isDone(step, progress)).length
  useSayDone(done)
  return (
    <Card title="Guided tour" caption={`${done} of ${TOUR_STEPS.length}`} area="tour">
      <ol role="list" className="tour" data-testid="tour" data-done={done}>
        {TOUR_STEPS.map((step, index) => (
          <TourLine key={step.id} number={index + 1} {...{ step, progress }} isNext={step === next} />
        ))}
      </ol>
    </Card>
  )
})

interface TourLineProps extends TourPanelProps {
  readonly number: number
  readonly step: TourStep
  readonly isNext: boolean
}

function TourLine({ number, step, progress, isNext }: TourLineProps) {
  const isOver = isDone(step, progress)
  return (
    <li
      className="tour-step"
      data-testid={`tour-${number}`}
      data-done={isOver ? '' : undefined}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className="tour-mark" aria-hidden>
        {isOver ? <Check size={13} strokeWidth={3} /> : number}
      </span>
      <span className="tour-title">
        {step.title}
        {isOver ? <span className="tour-heard">, done</span> : undefined}
      </span>
      {isNext ? (
        <div className="tour-more">
          <p>{step.hint}</p>
          <ul role="list" className="tour-facts">
            {step.facts.map(([fact, words]) => (
              <li key={fact} data-seen={progress.seen.has(fact) ? '' : undefined}>
                {progress.seen.has(fact) ? '✓' : '○'} {words}
              </li>
            ))}
          </ul>
        </div>
      ) : undefined}
    </li>
  )
}

/** Tells who does not look at the list that one more is done. */
function useSayDone(done: number): void {
  const announce = useAnnounce()
  const said = useRef(done)
  useEffect(() => {
    if (done > said.current) announce(`Tour: ${done} of ${TOUR_STEPS.length} done`)
    said.current = done
  }, [announce, done])
}
