import type { UserPresence } from '@rollcall/core'
import { useState } from 'react'
import type { DemoInfo } from '../../client/demoPresence.ts'
import { TEST_DOCUMENT } from '../../client/locationPublisher.ts'
import { Card } from '../../layout/Card.tsx'
import { Segmented, type Segment } from '../../layout/Segmented.tsx'
import { Switch } from '../../layout/Switch.tsx'
import type { LocationRow } from './locationRows.ts'
import { LocationsTable } from './LocationsTable.tsx'
import './locations.css'

export interface LocationsPanelProps {
  readonly rows: readonly LocationRow[]
  /** The same as the room gives it. */
  readonly locations: readonly UserPresence<DemoInfo>[]
  readonly isPublishing: boolean
  readonly onPublishing: (isPublishing: boolean) => void
  readonly stale: boolean
}

type Look = 'table' | 'json'

const LOOKS: readonly Segment<Look>[] = [
  { value: 'table', label: 'Table' },
  { value: 'json', label: 'JSON' },
]

/** Where the sessions of everybody are, and the switch that makes this tab walk. */
export function LocationsPanel({ rows, locations, isPublishing, onPublishing, stale }: LocationsPanelProps) {
  const [look, setLook] = useState<Look>('table')
  const sessions = `${rows.length} ${rows.length === 1 ? 'session' : 'sessions'}`
  const chooser = <Segmented label="Show locations as" segments={LOOKS} value={look} onChange={setLook} />
  return (
    <Card title="Locations" caption={sessions} actions={chooser} area="locations">
      <Switch
        label="Publish my location every second"
        hint={`This tab walks down ${TEST_DOCUMENT}, line by line, and numbers its steps.`}
        checked={isPublishing}
        onChange={onPublishing}
      />
      <div className="locations" data-testid="locations" data-stale={stale ? '' : undefined}>
        {look === 'table' ? <LocationsTable rows={rows} /> : <LocationsText locations={locations} />}
      </div>
    </Card>
  )
}

function LocationsText({ locations }: { readonly locations: readonly UserPresence<DemoInfo>[] }) {
  return (
    // Scrolls, so it has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className="locations-text mono" tabIndex={0} aria-label="Locations as JSON">
      {JSON.stringify(locations, undefined, 2)}
    </pre>
  )
}
