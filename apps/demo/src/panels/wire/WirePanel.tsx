import { Copy, Pause, Play, Trash2 } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { Card } from '../../layout/Card.tsx'
import { Chips } from '../../layout/Chips.tsx'
import { copyText } from '../../layout/copyText.ts'
import { toNdjson, VERBS, type Verb } from '../../wire/frameLine.ts'
import type { WireLog, WirePicture } from '../../wire/wireLog.ts'
import { WireTable, type NameOf } from './WireTable.tsx'
import './wire.css'

export interface WirePanelProps {
  readonly wire: WireLog
  readonly nameOf: NameOf
}

type Filter = Verb | 'all'
const FILTERS = (['all', ...VERBS] as const).map((value) => ({ value, label: value }))

/** More rows than anybody reads would only make the page slow; a copy has all that are kept. */
const SHOWN = 100

/** The frames of this tab, both ways. */
export function WirePanel({ wire, nameOf }: WirePanelProps) {
  const live = useSyncExternalStore(wire.subscribe, wire.getCurrent)
  const [paused, setPaused] = useState<WirePicture>()
  const [filter, setFilter] = useState<Filter>('all')
  const [copied, setCopied] = useState('')
  const { entries } = paused ?? live
  const wanted = filter === 'all' ? entries : entries.filter(({ verb }) => verb === filter)
  const copy = async () => {
    const done = await copyText(toNdjson(wanted))
    setCopied(done ? `${wanted.length} frames copied` : '')
  }
  return (
    <Card title="Wire" caption={`${live.frames} frames, newest first`} area="wire">
      <div className="wire" data-testid="wire" data-paused={paused === undefined ? undefined : ''}>
        <div className="wire-bar">
          <Chips
            label="Show frames that"
            labelLook="hidden"
            options={FILTERS}
            value={filter}
            onChange={setFilter}
            testId="wire-filter"
          />
          <span className="wire-copied" role="status">
            {copied}
          </span>
          <button
            type="button"
            className="button"
            data-testid="wire-pause"
            aria-pressed={paused !== undefined}
            onClick={() => setPaused(paused === undefined ? live : undefined)}
          >
            {paused === undefined ? <Pause aria-hidden size={15} /> : <Play aria-hidden size={15} />}
            Pause
          </button>
          <button type="button" className="button" data-testid="wire-copy" onClick={() => void copy()}>
            <Copy aria-hidden size={15} />
            Copy as NDJSON
          </button>
          <button type="button" className="button" data-testid="wire-clear" onClick={wire.clear}>
            <Trash2 aria-hidden size={15} />
            Clear
          </button>
        </div>
        <WireTable entries={wanted.slice(0, SHOWN)} nameOf={nameOf} />
        <p className="wire-foot">{sayWeight(wanted)}</p>
      </div>
    </Card>
  )
}

function sayWeight(entries: WirePicture['entries']): string {
  const sum = (way: 'in' | 'out') =>
    entries.filter((entry) => entry.way === way).reduce((total, { bytes }) => total + bytes, 0)
  return `Kept: ${entries.length} frames, ${sum('in')} B in, ${sum('out')} B out. Tokens are shown by their length.`
}
