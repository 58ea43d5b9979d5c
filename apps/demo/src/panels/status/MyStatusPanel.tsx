import type { Status } from '@rollcall/core'
import { PresenceIndicator } from '@rollcall/react'
import { Card } from '../../layout/Card.tsx'
import { Segmented, type Segment } from '../../layout/Segmented.tsx'
import { AwayAfterSlider } from './AwayAfterSlider.tsx'
import { StatusTextForm } from './StatusTextForm.tsx'
import './status.css'

export interface MyStatusPanelProps {
  /** My true status, also when invisible. */
  readonly status: Status
  readonly text: string | undefined
  /** When what was chosen ends by itself, epoch ms. */
  readonly expiresAt: number | undefined
  readonly isChosen: boolean
  readonly onChange: (choice: StatusChoice) => void
  readonly awayAfterMs: number
  readonly onAwayAfter: (awayAfterMs: number) => void
}

/** `auto`: as activity has it. */
export interface StatusChoice {
  readonly status: ChosenStatus | 'auto'
  readonly text?: string
  readonly forMs?: number | undefined
}

type ChosenStatus = (typeof CHOICES)[number]

const CHOICES = ['online', 'away', 'busy', 'invisible'] as const
const LABELS: Readonly<Record<ChosenStatus, string>> = {
  online: 'Online',
  away: 'Away',
  busy: 'Busy',
  invisible: 'Invisible',
}
const WHAT_OTHERS_SEE: Readonly<Record<ChosenStatus, string>> = {
  online: 'Others see you online; away when nobody is at the keyboard.',
  away: 'Others see you away, in all your tabs.',
  busy: 'Others see you busy, in all your tabs.',
  invisible: 'Others see you offline. You still see them.',
}

const SEGMENTS: readonly Segment<ChosenStatus>[] = CHOICES.map((value) => ({
  value,
  label: LABELS[value],
  icon: <PresenceIndicator status={value} size="md" label="none" />,
}))

const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** What I want to be seen as. It is the person's, so every tab of mine shows the same. */
export function MyStatusPanel(props: MyStatusPanelProps) {
  const { status, text = '', expiresAt, isChosen, onChange, awayAfterMs, onAwayAfter } = props
  const chosen = CHOICES.find((choice) => choice === status) ?? 'online'
  const until = expiresAt === undefined ? '' : ` Until ${clockTime.format(expiresAt)}.`
  const choose = (choice: ChosenStatus) => {
    // Online without a word is not pinned: it would outlast the person.
    onChange(choice === 'online' && text === '' ? { status: 'auto' } : { status: choice, text })
  }
  return (
    <Card title="My status" caption="for all your tabs" area="status">
      <Segmented label="My status" look="tile" segments={SEGMENTS} value={chosen} onChange={choose} />
      <p className="status-note" data-testid="status-note" data-until={expiresAt}>
        {WHAT_OTHERS_SEE[chosen]}
        {until}
      </p>
      <StatusTextForm
        text={text}
        isSet={isChosen}
        onSet={(words, forMs) => onChange({ status: chosen, text: words, forMs })}
        onClear={() => onChange({ status: 'auto' })}
      />
      <AwayAfterSlider awayAfterMs={awayAfterMs} onChange={onAwayAfter} />
    </Card>
  )
}
