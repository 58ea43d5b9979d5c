'use client'
/** `FieldPresenceView` around a field of a form, which it also watches: having the focus is being there. */
import { Children, cloneElement, type FocusEvent, forwardRef, type ReactElement, useMemo } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import { useFieldPresence } from '../../hooks/location/useFieldPresence.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { FieldPresenceView, type FieldPresenceViewProps } from './FieldPresenceView.tsx'

interface FieldElementProps {
  readonly onFocus?: (event: FocusEvent) => void
  readonly onBlur?: (event: FocusEvent) => void
  readonly 'aria-describedby'?: string
}

export type FieldPresenceProps = Omit<FieldPresenceViewProps, 'people' | 'descriptionId' | 'children'> & {
  /** As forms name it: `'items.0.title'`. */
  readonly field: string
  /** The one input, textarea or select. Its own handlers and descriptions stay. */
  readonly children: ReactElement<FieldElementProps>
  /** Reads name and picture from what is vouched for about somebody. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
}

/** Informs, and locks nothing. */
export const FieldPresence: Part<FieldPresenceProps, HTMLDivElement> = forwardRef<HTMLDivElement, FieldPresenceProps>(
  function FieldPresence({ field, children, describe = describePerson, ...view }, ref) {
    const { locale, strings } = usePresenceSettings()
    const { others, fieldProps, descriptionId } = useFieldPresence(field, { describe })
    const people = useMemo(
      () => others.map(({ user }) => ({ userId: user.id, ...describe(user.info, user.id) })),
      [others, describe],
    )
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
      ...(described !== '' && { 'aria-describedby': described }),
    })
    return (
      <FieldPresenceView {...{ locale, strings }} {...view} {...{ people, descriptionId }} ref={ref}>
        {watched}
      </FieldPresenceView>
    )
  },
)
