import { EarOff, PlugZap, RotateCw, WifiOff } from 'lucide-react'
import type { Recovery } from '../../client/recoveryWatch.ts'
import { Card } from '../../layout/Card.tsx'
import { Segmented, type Segment } from '../../layout/Segmented.tsx'
import { Slider } from '../../layout/Slider.tsx'
import type { NetworkPreset } from '../../network/conditions.ts'
import type { NetworkSimulator, NetworkState } from '../../network/networkSimulator.ts'
import { sayLine, sayRecovery } from './sayLine.ts'
import './network.css'

export interface NetworkPanelProps {
  readonly state: NetworkState
  readonly actions: Omit<NetworkSimulator, 'getCurrent' | 'subscribe' | 'WebSocket'>
  readonly isConnected: boolean
  readonly recovery: Recovery | undefined
}

const PRESETS: readonly Segment<NetworkPreset>[] = [
  { value: 'good', label: 'Good' },
  { value: 'slow', label: 'Slow' },
  { value: 'flaky', label: 'Flaky' },
  { value: 'offline', label: 'Offline' },
]

/** Longer than a session is held (60 s), so that the others see it go. */
const OUTAGE_MS = 70_000

/** Makes the line of this page worse. Below the socket, so that it is cut for real. */
export function NetworkPanel({ state, actions, isConnected, recovery }: NetworkPanelProps) {
  const { latencyMs, jitterMs, lossPercent } = state.conditions
  const { adjust } = actions
  return (
    <Card title="Network" caption="of this tab alone" area="network">
      <div className="network" data-testid="network" data-preset={state.preset} data-recovery={recovery?.how}>
        <Segmented label="How the line is" segments={PRESETS} value={state.preset} onChange={actions.choose} />
        <div className="network-sliders">
          <Slider
            label="Latency, there and back"
            {...{ value: latencyMs, words: `${latencyMs} ms`, max: 2000, step: 50, testId: 'net-latency' }}
            onChange={(value) => adjust({ latencyMs: value })}
          />
          <Slider
            label="Jitter"
            {...{ value: jitterMs, words: `up to ${jitterMs} ms`, max: 2000, step: 50, testId: 'net-jitter' }}
            onChange={(value) => adjust({ jitterMs: value })}
          />
          <Slider
            label="Loss"
            {...{ value: lossPercent, words: `${lossPercent} %, sent again`, max: 50, step: 5, testId: 'net-loss' }}
            onChange={(value) => adjust({ lossPercent: value })}
          />
        </div>
        <div className="network-actions">
          <button type="button" className="button" data-testid="net-drop" onClick={actions.dropSocket}>
            <PlugZap aria-hidden size={15} />
            Drop socket
          </button>
          <button type="button" className="button" data-testid="net-kill" onClick={actions.killSilently}>
            <EarOff aria-hidden size={15} />
            Kill silently
          </button>
          <button
            type="button"
            className="button"
            data-testid="net-outage"
            onClick={() => actions.goOfflineFor(OUTAGE_MS)}
          >
            <WifiOff aria-hidden size={15} />
            Offline for 70 s
          </button>
          <button type="button" className="button" data-testid="net-reconnect" onClick={actions.restore}>
            <RotateCw aria-hidden size={15} />
            Reconnect
          </button>
        </div>
        <p className="network-note" data-testid="net-note">
          {sayLine(state, isConnected) ?? sayRecovery(recovery)}
        </p>
      </div>
    </Card>
  )
}
