'use client'
/** `FieldPresenceView` around a field of a form, which it also watches: having the focus is being there. */
import { Children, cloneElement, type FocusEvent, forwardRef, type ReactElement, useMemo, useState } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { useFieldIdle } from '../../hooks/location/useFieldIdle.ts'
import { useFieldPresence } from '../../hooks/location/useFieldPresence.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { FieldPresenceView, type FieldPresenceViewProps } from './FieldPresenceView.tsx'

interface FieldElementProps {
  readonly onFocus?: (event: FocusEvent) => void
  readonly onBlur?: (event: FocusEvent) => void
  readonly 'aria-describedby'?: string
  readonly 'aria-disabled'?: boolean | 'true' | 'false'
  readonly readOnly?: boolean
}

export type FieldPresenceProps = Omit<
  FieldPresenceViewProps,
  'people' | 'descriptionId' | 'children' | 'idle' | 'stale'
> & {
  /** Ms without a sign of them after which they count as idle. Default 60,000. */
  readonly idleAfter?: number | undefined
  /** As forms name it: `'items.0.title'`. */
  readonly field: string
  /** The one input, textarea or select. Its own handlers and descriptions stay. */
  readonly children: ReactElement<FieldElementProps>
  /** Reads name and picture from what is vouched for about somebody. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
}

const IDLE_AFTER_MS = 60_000

/** Who is at the field when `mode` locks it; whose lock was taken over locks no more until they go. */
export const FieldPresence: Part<FieldPresenceProps, HTMLDivElement> = forwardRef<HTMLDivElement, FieldPresenceProps>(
  function FieldPresence(props, ref) {
    const { field, children, describe = describePerson, idleAfter = IDLE_AFTER_MS, onTakeOver, mode, ...view } = props
    const { locale, strings } = usePresenceSettings()
    const { others, fieldProps, descriptionId } = useFieldPresence(field, { describe })
    const people = useMemo(
      () => others.map(({ user }) => ({ userId: user.id, ...describe(user.info, user.id) })),
      [others, describe],
    )
    const idle = useFieldIdle(others, idleAfter)
    const stale = useStale()
    const [overtaken, setOvertaken] = useState<readonly string[]>([])
    const holders = people.filter(({ userId }) => !overtaken.includes(userId))
    // Whoever has gone in the meantime may lock it again.
    const stillHere = overtaken.filter((id) => people.some(({ userId }) => userId === id))
    if (stillHere.length < overtaken.length) setOvertaken(stillHere)
    const ownMode = holders.length > 0 ? mode : 'inform'
    const isLocked = ownMode === 'hard-lock'
    const child = Children.only(children)
    const { onFocus, onBlur, 'aria-describedby': describedBy } = child.props
    const described = [describedBy, fieldProps['aria-describedby']].filter((id) => id !== undefined).join(' ')
    const watched = cloneElement(child, {
      onFocus: (event) => {
        onFocus?.(event)
        fieldProps.onFocus()
      },
      onBlur: (event) => {
        onBlur?.(event)
        fieldProps.onBlur()
      },
      // Never `disabled`: what stands in it can be read, copied and reached.
      ...(isLocked && { readOnly: true, 'aria-disabled': true }),
      ...(described !== '' && { 'aria-describedby': described }),
    })
    const takeOver = (): void => {
      setOvertaken(people.map(({ userId }) => userId))
      onTakeOver?.()
    }
    return (
      <FieldPresenceView
        {...{ locale, strings }}
        {...view}
        {...{ people, descriptionId, idle, stale }}
        mode={ownMode}
        onTakeOver={takeOver}
        ref={ref}
      >
        {watched}
      </FieldPresenceView>
    )
  },
)
