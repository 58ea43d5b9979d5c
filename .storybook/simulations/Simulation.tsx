import { type ReactElement, useEffect } from 'react'
import type { NetworkCondition } from '../live/createLine.ts'
import type { World } from '../live/createWorld.ts'
import { Room } from '../live/Room.tsx'
import { Screen } from '../live/Screen.tsx'
import { ada, bo } from '../live/visitors.ts'

export interface SimulationProps {
  readonly world: World
  readonly network: NetworkCondition | 'server down'
  readonly people: number
  readonly locale?: string
  readonly timeZone?: string
}

/** Ada’s screen and Bo’s, on one server in this page. The network is Ada’s; "server down" is everybody’s. */
export function Simulation({ world, network, people, ...settings }: SimulationProps): ReactElement {
  useEffect(() => {
    if (network === 'server down') world.server.goDown()
    else {
      world.server.comeUp()
      world.setNetwork('ada', network)
    }
  }, [world, network])
  useEffect(() => world.populate('story', people), [world, people])
  return (
    <div className="screens">
      {[ada, bo].map((visitor) => (
        <Screen key={visitor.id} {...{ world, visitor }} {...settings}>
          <Room />
        </Screen>
      ))}
    </div>
  )
}
