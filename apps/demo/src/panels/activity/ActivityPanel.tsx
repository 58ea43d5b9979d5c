import type { ActivityChanges } from '@rollcall/core'
import { Card } from '../../layout/Card.tsx'
import { Chips } from '../../layout/Chips.tsx'
import './activity.css'

export interface ActivityPanelProps {
  readonly activity: string | undefined
  readonly project: string | undefined
  readonly language: string | undefined
  /** Told of the one that was chosen, and of no other. */
  readonly onChange: (changes: ActivityChanges) => void
}

const toOptions = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
const ACTIVITIES = toOptions(['Coding', 'Debugging', 'Idle'])
const PROJECTS = toOptions(['Rollcall', 'Website'])
const LANGUAGES = toOptions(['TypeScript', 'Rust', 'Go'])

/** What this session is busy with. Only what changes is sent. */
export function ActivityPanel({ activity, project, language, onChange }: ActivityPanelProps) {
  return (
    <Card title="Activity" caption="of this tab" area="activity">
      <div className="activity">
        <Chips
          label="Doing"
          options={ACTIVITIES}
          value={activity}
          onChange={(value) => onChange({ activity: value })}
          testId="activity-doing"
        />
        <Chips
          label="Project"
          options={PROJECTS}
          value={project}
          onChange={(value) => onChange({ project: value })}
          testId="activity-project"
        />
        <Chips
          label="Language"
          options={LANGUAGES}
          value={language}
          onChange={(value) => onChange({ language: value })}
          testId="activity-language"
        />
      </div>
    </Card>
  )
}
