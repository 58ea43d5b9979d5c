import type { Member } from '@rollcall/core'
import { AvatarView, LastSeen } from '@rollcall/react'
import { memo } from 'react'
import type { DemoInfo, DemoPresence } from '../../client/demoPresence.ts'

type DemoMember = Member<DemoPresence, DemoInfo>

export interface MemberRowProps {
  readonly member: DemoMember
  readonly isSelf: boolean
  readonly stale: boolean
}

/** One person, however many tabs. Drawn again when they change, not when the room does. */
export const MemberRow = memo(function MemberRow({ member, isSelf, stale }: MemberRowProps) {
  const tabs = member.sessions.length
  return (
    <li
      className="member"
      data-testid="member"
      data-user-id={member.userId}
      data-status={member.status}
      data-sessions={tabs}
      data-self={isSelf ? '' : undefined}
    >
      <AvatarView
        className="member-avatar"
        userId={member.userId}
        name={member.info.name}
        status={member.status}
        size={36}
        label="none"
        stale={stale}
        self={isSelf}
      />
      <span className="member-name">
        <bdi>{member.info.name}</bdi>
        <MemberTag isSelf={isSelf} tabs={tabs} />
      </span>
      <span className="member-state">
        <MemberState member={member} />
      </span>
    </li>
  )
})

function MemberTag({ isSelf, tabs }: { readonly isSelf: boolean; readonly tabs: number }) {
  const words = [isSelf ? 'you' : '', tabs > 1 ? `${tabs} tabs` : ''].filter((word) => word !== '')
  return words.length === 0 ? undefined : <span className="member-tag">{words.join(' · ')}</span>
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ['online', 'Online'],
  ['away', 'Away'],
  ['busy', 'Busy'],
  ['invisible', 'Invisible: others see you offline'],
])

/** What one would rather know comes first. */
function MemberState({ member }: { readonly member: DemoMember }) {
  const { status, typing, presence } = member
  if (status === 'offline') return <LastSeen value={member.lastSeenAt} sentence />
  if (typing.length > 0) return <span className="member-typing">typing…</span>
  const { draft } = presence
  const { activity, language, project, statusText } = member
  const words = [
    LABELS.get(status) ?? status,
    ...[statusText, activity, language, project].filter((word) => word !== undefined && word !== ''),
    ...(draft === undefined ? [] : [`draft of ${draft} ${draft === 1 ? 'letter' : 'letters'}`]),
  ]
  return words.join(' · ')
}
