import { LiveCursors } from '@rollcall/react'
import { type ComponentType, type ReactElement, useState } from 'react'
import { createWorld } from '../live/createWorld.ts'
import { Room } from '../live/Room.tsx'
import { CodeText } from '../page/CodeText.tsx'
import { Simulation } from '../simulations/Simulation.tsx'
import { RenderCount } from './RenderCount.tsx'

export interface HookStageProps {
  readonly Hook: ComponentType
  /** Its file, as it stands. */
  readonly code: string
}

function Surface(): ReactElement {
  return (
    <LiveCursors className="canvas">
      <p className="caption">Move your pointer here</p>
    </LiveCursors>
  )
}

/** Ada’s screen is the hook, with how often it rendered; Bo’s is a room to act in. Below: the code that runs. */
export function HookStage({ Hook, code }: HookStageProps): ReactElement {
  const [world] = useState(() => createWorld())
  const others = (
    <>
      <Room />
      <Surface />
    </>
  )
  return (
    <div className="column">
      <Simulation world={world} others={others}>
        <RenderCount>
          <Hook />
        </RenderCount>
      </Simulation>
      <CodeText code={code} />
    </div>
  )
}
