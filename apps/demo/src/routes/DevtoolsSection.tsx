import { useRoom } from '@rollcall/react'
import { useEffect, useMemo } from 'react'
import type { Demo } from '../client/createDemo.ts'
import type { RoomPicture } from '../client/roomPicture.ts'
import { AccessibilityPanel, type AccessibilityPanelProps } from '../panels/accessibility/AccessibilityPanel.tsx'
import { ConnectionPanel, type ConnectionPanelProps } from '../panels/connection/ConnectionPanel.tsx'
import { LastSeenLab } from '../panels/lab/LastSeenLab.tsx'
import { sessionRows } from '../panels/sessions/sessionRows.ts'
import { SessionsPanel } from '../panels/sessions/SessionsPanel.tsx'
import { WirePanel } from '../panels/wire/WirePanel.tsx'

export interface DevtoolsSectionProps extends ConnectionPanelProps, AccessibilityPanelProps {
  readonly demo: Demo
  readonly members: RoomPicture['members']
  readonly tab: string
}

/** The instruments: what the wire carries, who is connected how, and how fast it is. */
export function DevtoolsSection({ demo, tab, members, verbosity, onVerbosity, ...latency }: DevtoolsSectionProps) {
  const room = useRoom()
  const nameOf = useMemo(() => {
    const names = new Map<string, string>()
    for (const { userId, info, sessions } of members) {
      names.set(userId, info.name)
      for (const { sessionId } of sessions) names.set(sessionId, info.name)
    }
    return ({ sessionId = '', userId = '' }: { readonly sessionId?: string; readonly userId?: string }) =>
      names.get(sessionId) ?? names.get(userId)
  }, [members])
  const rollCall = () => {
    // Answers nothing while the link is down; then the roster says so itself.
    room.rollCall().catch(() => {})
  }
  // Who was away before the instruments were opened shows as such.
  useEffect(() => void room.rollCall().catch(() => {}), [room])
  return (
    <section className="devtools" data-testid="devtools" aria-label="Devtools">
      <WirePanel wire={demo.wire} nameOf={nameOf} />
      <SessionsPanel rows={sessionRows(members, tab)} stale={latency.view.stale} onRollCall={rollCall} />
      <ConnectionPanel {...latency} />
      <LastSeenLab />
      <AccessibilityPanel {...{ verbosity, onVerbosity }} />
    </section>
  )
}
