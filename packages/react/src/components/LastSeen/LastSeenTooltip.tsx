'use client'
import { forwardRef, type ReactElement, type ReactNode } from 'react'
import type { Part } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { useTooltip } from '../tooltip/useTooltip.ts'
import type { LastSeenRoot } from './lastSeenRoot.ts'

interface LastSeenTooltipProps {
  readonly root: LastSeenRoot
  readonly dateTime: string | undefined
  readonly title: string
  readonly children: ReactNode
}

/** The instant in full where it matters: reached by Tab, taken away by Esc, and read as a description. */
export const LastSeenTooltip: Part<LastSeenTooltipProps, HTMLTimeElement> = forwardRef<
  HTMLTimeElement,
  LastSeenTooltipProps
>(function LastSeenTooltip({ root, dateTime, title, children }, ref): ReactElement {
  const { id, isShown, handlers } = useTooltip()
  return (
    <PartRoot {...root} own={{ dateTime, tabIndex: 0, 'aria-describedby': id, ...handlers }} ref={ref}>
      {children}
      <span className="rc-tooltip" role="tooltip" id={id} hidden={!isShown}>
        {title}
      </span>
    </PartRoot>
  )
})
