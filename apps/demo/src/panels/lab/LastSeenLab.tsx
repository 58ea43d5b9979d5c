import { formatLastSeen, useClient } from '@rollcall/react'
import { useState } from 'react'
import { Card } from '../../layout/Card.tsx'
import { Slider } from '../../layout/Slider.tsx'
import { languageOf } from '../../view/languages.ts'
import { ageAt, LAB_STEPS, sayAge } from './agesOnSlider.ts'
import './lab.css'

const SHOWN = (['en', 'de', 'fr', 'pl', 'ja', 'ar'] as const).map(languageOf)
const ZONES = ['UTC', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Tokyo', 'Pacific/Auckland']

/** One instant, as long ago as one likes, as people all over the world would be told of it. */
export function LastSeenLab() {
  const { time } = useClient()
  const [now, setNow] = useState(() => time.now())
  const [step, setStep] = useState(120)
  const [timeZone, setTimeZone] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)
  const age = ageAt(step)
  const move = (next: number) => {
    setStep(next)
    setNow(time.now())
  }
  return (
    <Card title="Last-seen lab" caption="one instant, six languages" area="lab">
      <div className="lab" data-testid="lab">
        <Slider
          label="Last seen"
          value={step}
          words={`${sayAge(age)} ago`}
          max={LAB_STEPS}
          step={1}
          onChange={move}
          testId="lab-age"
        />
        <label className="lab-zone">
          Time zone
          <select
            className="field small-field"
            data-testid="lab-zone"
            value={timeZone}
            onChange={(event) => setTimeZone(event.currentTarget.value)}
          >
            {[...new Set([timeZone, ...ZONES])].map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </label>
        <ul role="list" className="lab-rows">
          {SHOWN.map(({ tag, name, strings, dir }) => {
            const format = { now, strings, locale: tag, timeZone, hourCycle: undefined, form: 'sentence' } as const
            const { text, title, bucket } = formatLastSeen(now - age, format)
            return (
              <li key={tag} className="lab-row" data-testid="lab-row" data-locale={tag} data-bucket={bucket}>
                <span className="lab-language">{name}</span>
                <span lang={tag} dir={dir} title={title}>
                  {text}
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </Card>
  )
}
