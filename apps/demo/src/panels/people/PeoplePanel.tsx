import type { Member } from '@rollcall/core'
import { PresenceList } from '@rollcall/react'
import type { ReactNode } from 'react'
import { nameFromId } from '../../address/demoPerson.ts'
import type { DemoInfo, DemoPresence } from '../../client/demoPresence.ts'
import { Card } from '../../layout/Card.tsx'
import { MemberRow } from './MemberRow.tsx'
import './people.css'

export interface PeoplePanelProps {
  /** Everybody in the room; whoever is at this page may stand anywhere. */
  readonly members: readonly Member<DemoPresence, DemoInfo>[]
  readonly departed: readonly Member<DemoPresence, DemoInfo>[]
  readonly self: Member<DemoPresence, DemoInfo> | undefined
  /** Whether the picture has been whole once. */
  readonly synced: boolean
  /** Our own link is down: what is shown may be old. */
  readonly stale: boolean
  /** Below the roster. */
  readonly controls: ReactNode
}

/** From here on only the rows in view exist, and somebody is found by name. */
const LARGE_FROM = 100
/** So many who left are still of interest. */
const SHOWN_DEPARTED = 12

/** The roster: you first, the others as they came, those who left below. */
export function PeoplePanel({ members, departed, self, synced, stale, controls }: PeoplePanelProps) {
  const others = members.filter((member) => member.userId !== self?.userId)
  const here = self === undefined ? others : [self, ...others]
  const ids = new Set(here.map((member) => member.userId))
  const gone = departed.filter((member) => !ids.has(member.userId)).slice(0, SHOWN_DEPARTED)
  return (
    <Card title="People" caption={caption(here.length, gone.length, { synced, stale })} area="people">
      {here.length > LARGE_FROM ? (
        <div className="roster-large" data-testid="roster" aria-busy={false} data-stale={stale ? '' : undefined}>
          <PresenceList search groupBy="status" departed={SHOWN_DEPARTED} describe={describe} />
        </div>
      ) : (
        <ul
          role="list"
          className="roster"
          data-testid="roster"
          aria-busy={!synced && !stale}
          data-stale={stale ? '' : undefined}
        >
          {/* One list, so that who leaves keeps their row. */}
          {[...here, ...gone].map((member) => (
            <MemberRow key={member.userId} member={member} isSelf={member.userId === self?.userId} stale={stale} />
          ))}
          {synced || stale ? undefined : <SkeletonRows />}
          {synced && here.length + gone.length < 2 ? <NobodyElse /> : undefined}
        </ul>
      )}
      {controls}
    </Card>
  )
}

/** Who holds a session over HTTP in development mode has no name but their id. */
function describe(info: unknown, userId: string) {
  const name = typeof info === 'object' && info !== null && 'name' in info ? info.name : undefined
  return { name: typeof name === 'string' && name !== userId ? name : nameFromId(userId) }
}

function caption(here: number, gone: number, { synced, stale }: { synced: boolean; stale: boolean }): string {
  if (!synced) return stale ? 'not known' : 'looking around…'
  if (stale) return `${here} when last seen`
  return gone === 0 ? `${here} here` : `${here} here · ${gone} left`
}

function NobodyElse() {
  return (
    <li className="member nobody-else">
      <span className="member-avatar nobody-figure" aria-hidden />
      <span className="member-name">Nobody else yet</span>
      <span className="member-state">Whoever comes shows up here.</span>
    </li>
  )
}

function SkeletonRows() {
  return (
    <>
      <li className="member skeleton" aria-hidden />
      <li className="member skeleton" aria-hidden />
    </>
  )
}
