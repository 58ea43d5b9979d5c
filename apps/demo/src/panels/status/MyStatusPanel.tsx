import type { Status } from '@rollcall/core'
import { PresenceIndicator } from '@rollcall/react'
import { Card } from '../../layout/Card.tsx'
import { Segmented, type Segment } from '../../layout/Segmented.tsx'
import './status.css'

export interface MyStatusPanelProps {
  /** My true status, also when invisible. */
  readonly status: Status
  readonly onChange: (status: ChosenStatus) => void
}

export type ChosenStatus = (typeof CHOICES)[number]

const CHOICES = ['online', 'away', 'busy', 'invisible'] as const
const LABELS: Readonly<Record<ChosenStatus, string>> = {
  online: 'Online',
  away: 'Away',
  busy: 'Busy',
  invisible: 'Invisible',
}
const WHAT_OTHERS_SEE: Readonly<Record<ChosenStatus, string>> = {
  online: 'Others see you online; away after five idle minutes.',
  away: 'Others see you away, in all your tabs.',
  busy: 'Others see you busy, in all your tabs.',
  invisible: 'Others see you offline. You still see them.',
}

const SEGMENTS: readonly Segment<ChosenStatus>[] = CHOICES.map((value) => ({
  value,
  label: LABELS[value],
  icon: <PresenceIndicator status={value} size="md" label="none" />,
}))

/** What I want to be seen as. It is the person's, so every tab of mine shows the same. */
export function MyStatusPanel({ status, onChange }: MyStatusPanelProps) {
  const chosen = CHOICES.find((choice) => choice === status) ?? 'online'
  return (
    <Card title="My status" caption="for all your tabs" area="status">
      <Segmented label="My status" look="tile" segments={SEGMENTS} value={chosen} onChange={onChange} />
      <p className="status-note">{WHAT_OTHERS_SEE[chosen]}</p>
    </Card>
  )
}
