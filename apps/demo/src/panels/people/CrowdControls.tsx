import { UserMinus, UserPlus, Users } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { SimulatedCrowd } from '../../simulation/simulatedCrowd.ts'

export interface CrowdControlsProps {
  readonly crowd: SimulatedCrowd
  /** Told how many the address should name. */
  readonly onPeople: (people: number) => void
}

/** Company for who is alone. */
export function CrowdControls({ crowd, onPeople }: CrowdControlsProps) {
  const { wanted, here } = useSyncExternalStore(crowd.subscribe, crowd.getCurrent)
  const change = (work: () => void) => {
    work()
    onPeople(crowd.getCurrent().wanted)
  }
  const isFull = wanted >= crowd.max
  return (
    <div className="crowd" data-testid="crowd" data-here={here}>
      <button
        type="button"
        className="button"
        data-testid="crowd-add-5"
        disabled={isFull}
        onClick={() => change(() => crowd.add(5))}
      >
        <UserPlus aria-hidden size={15} />
        Add 5 people
      </button>
      {crowd.max >= 1000 ? (
        <button
          type="button"
          className="button"
          data-testid="crowd-add-1000"
          disabled={isFull}
          onClick={() => change(() => crowd.add(1000))}
        >
          <Users aria-hidden size={15} />
          Add 1000
        </button>
      ) : undefined}
      <button
        type="button"
        className="button"
        data-testid="crowd-clear"
        disabled={wanted === 0}
        onClick={() => change(crowd.clear)}
      >
        <UserMinus aria-hidden size={15} />
        {wanted > here ? `${here} of ${wanted} simulated` : 'Send them away'}
      </button>
    </div>
  )
}
