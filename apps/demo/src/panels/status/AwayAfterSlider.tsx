import { useClient } from '@rollcall/react'
import { useRef, useState } from 'react'
import { AWAY_AFTER_MS } from '../../address/demoAddress.ts'
import { Slider } from '../../layout/Slider.tsx'

export interface AwayAfterSliderProps {
  readonly awayAfterMs: number
  /** Told once the slider has come to rest. */
  readonly onChange: (awayAfterMs: number) => void
}

const STEP_S = 10
/** The client has to be made anew for it, so not with each step. */
const REST_MS = 600

/** When the client says by itself that nobody is at this tab. */
export function AwayAfterSlider({ awayAfterMs, onChange }: AwayAfterSliderProps) {
  const { time } = useClient()
  const [wanted, setWanted] = useState(awayAfterMs)
  const cancel = useRef(() => {})
  const move = (value: number) => {
    setWanted(value)
    cancel.current()
    cancel.current = time.setTimer(REST_MS, () => onChange(value))
  }
  const seconds = wanted / 1000
  return (
    <Slider
      label="Away after"
      value={seconds}
      words={seconds < 60 ? `${seconds} s without input` : `${Number((seconds / 60).toFixed(1))} min without input`}
      min={AWAY_AFTER_MS.min / 1000}
      max={AWAY_AFTER_MS.max / 1000}
      step={STEP_S}
      onChange={(value) => move(value * 1000)}
      testId="away-after"
    />
  )
}
