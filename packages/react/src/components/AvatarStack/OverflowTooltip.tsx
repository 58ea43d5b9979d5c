'use client'
import type { ReactElement } from 'react'
import { intlCache } from '../../format/intlCache.ts'
import { STOP } from '../roving/useRovingFocus.ts'
import { useTooltip } from '../tooltip/useTooltip.ts'
import { ChipFace } from './ChipFace.tsx'
import type { OverflowChipProps } from './OverflowChip.tsx'

/** More names than this nobody reads while pointing. */
const NAMED = 12

/** "+4", with their names as words that come with hover and with focus. */
export function OverflowTooltip({ people, look, stale, stop }: OverflowChipProps): ReactElement {
  const { id, isShown, handlers } = useTooltip()
  const { strings, locale } = look
  const named = people.slice(0, NAMED).map(({ name }) => name)
  const rest = people.length - named.length
  const names = intlCache.list(locale).format(rest === 0 ? named : [...named, strings.typingOthers(rest)])
  return (
    // What it hears comes from the button: the tooltip stays under a pointer that moves onto it.
    <span {...handlers}>
      <button
        type="button"
        className="rc-chip"
        aria-label={strings.morePeople(people.length)}
        aria-describedby={id}
        {...(stop !== undefined && { tabIndex: stop.isReached ? 0 : -1, [STOP]: stop.id })}
      >
        <ChipFace count={people.length} stale={stale} />
      </button>
      <span className="rc-tooltip" role="tooltip" id={id} hidden={!isShown}>
        {names}
      </span>
    </span>
  )
}
