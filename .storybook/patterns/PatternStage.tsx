import { type ComponentType, type ReactElement, useState } from 'react'
import { createWorld, type Visitor } from '../live/createWorld.ts'
import { Room } from '../live/Room.tsx'
import { ada, bo } from '../live/visitors.ts'
import { CodeText } from '../page/CodeText.tsx'
import { Simulation } from '../simulations/Simulation.tsx'

export interface PatternStageProps {
  /** What Ada sees. */
  readonly Pattern: ComponentType
  /** Its file, as it stands. */
  readonly code: string
  /** Who else is there, each at a screen of their own; the same person twice is two tabs. Default: Bo. */
  readonly guests?: readonly Visitor[]
  /** Everybody sees the pattern, not only Ada: for what only shows when two do the same. Default false. */
  readonly mirrored?: boolean
}

/** A pattern on Ada’s screen, somebody to try it with on Bo’s, and the code that runs. */
export function PatternStage({ Pattern, code, guests = [bo], mirrored = false }: PatternStageProps): ReactElement {
  const [world] = useState(() => createWorld())
  return (
    <div className="column">
      <Simulation world={world} visitors={[ada, ...guests]} others={mirrored ? <Pattern /> : <Room />}>
        <Pattern />
      </Simulation>
      <CodeText code={code} />
    </div>
  )
}
