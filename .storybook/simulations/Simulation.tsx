import { type ReactElement, type ReactNode, useContext, useState } from 'react'
import type { Visitor, World } from '../live/createWorld.ts'
import { Room } from '../live/Room.tsx'
import { Screen } from '../live/Screen.tsx'
import { ada, bo } from '../live/visitors.ts'
import { SurroundingsContext } from '../page/surroundings.ts'

interface Tab {
  readonly visitor: Visitor
  readonly label: string
}

export interface SimulationProps {
  readonly world: World
  /** Whose tabs are open at first; the same person twice is two tabs. Default: Ada and Bo. */
  readonly visitors?: readonly Visitor[]
  /** What Ada sees. Default: the room. */
  readonly children?: ReactNode
  /** What everybody else sees. Default: the same. */
  readonly others?: ReactNode
}

const firstName = ({ name }: Visitor): string => name.split(' ')[0] ?? name

/** Screens side by side on one server in this page. The toolbar’s network is Ada’s; "server down" is everybody’s. */
export function Simulation(props: SimulationProps): ReactElement {
  const { world, visitors = [ada, bo], children = <Room />, others = children } = props
  const { network } = useContext(SurroundingsContext)
  const [tabs, setTabs] = useState<readonly Tab[]>(() =>
    visitors.map((visitor, index) => tabOf(visitors, visitor, index)),
  )
  const close = (tab: Tab): void => setTabs(tabs.filter((one) => one !== tab))
  const open = (visitor: Visitor): void => {
    const number = tabs.filter((tab) => tab.visitor.id === visitor.id).length + 1
    const name = `Screen of ${visitor.name}`
    setTabs([...tabs, { visitor, label: number === 1 ? name : `${name} ${number}` }])
  }
  return (
    <div className="column simulation">
      <div className="screens">
        {tabs.map((tab) => (
          <div key={tab.label} className="column">
            <div className="row heading">
              <h2>{firstName(tab.visitor)}’s screen</h2>
              <span className="caption">{tab.visitor.id === 'ada' ? `Network: ${network}` : 'Network: good'}</span>
              <button type="button" onClick={() => close(tab)} aria-label={`Close ${tab.label}`}>
                Close
              </button>
            </div>
            <Screen world={world} {...tab}>
              {tab.visitor.id === 'ada' ? children : others}
            </Screen>
          </div>
        ))}
      </div>
      <div className="row">
        {distinct(visitors).map((visitor) => (
          <button key={visitor.id} type="button" onClick={() => open(visitor)}>
            {`Open a tab of ${firstName(visitor)}`}
          </button>
        ))}
        <button type="button" onClick={() => world.server.cut('all')}>
          Cut every connection
        </button>
      </div>
    </div>
  )
}

function distinct(visitors: readonly Visitor[]): readonly Visitor[] {
  return [...new Map(visitors.map((visitor) => [visitor.id, visitor])).values()]
}

function tabOf(visitors: readonly Visitor[], visitor: Visitor, index: number): Tab {
  const number = visitors.slice(0, index + 1).filter(({ id }) => id === visitor.id).length
  const name = `Screen of ${visitor.name}`
  return { visitor, label: number === 1 ? name : `${name} ${number}` }
}
