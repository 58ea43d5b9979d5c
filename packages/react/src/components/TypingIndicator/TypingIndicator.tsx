'use client'
/** `TypingIndicatorView` of an input of the room. */
import { forwardRef, useMemo } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import { useTypingAnnouncement } from '../../hooks/announcing/useTypingAnnouncement.ts'
import type { TypingHold } from '../../hooks/typing/holdTypers.ts'
import { useShownTypers } from '../../hooks/typing/useShownTypers.ts'
import type { Part } from '../part/partProps.ts'
import { TypingIndicatorView, type TypingIndicatorViewProps } from './TypingIndicatorView.tsx'

interface OwnProps extends Partial<TypingHold> {
  /** Which of the room's inputs. Default: the one without a name. */
  readonly input?: string | undefined
  /** Reads name and picture from what is vouched for about somebody. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
  /** `off`: screen readers are told by somebody else. Default `auto`: as the provider's policy has it. */
  readonly announce?: 'auto' | 'off' | undefined
}

export type TypingIndicatorProps = Omit<TypingIndicatorViewProps, 'people' | keyof OwnProps> & OwnProps

/** Ms. Long enough to be read, and to last over a pause between two words. */
const MIN_VISIBLE_MS = 600
const HIDE_DELAY_MS = 1000

/** Who else is typing; oneself is never shown. */
export const TypingIndicator: Part<TypingIndicatorProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  TypingIndicatorProps
>(function TypingIndicator(props, ref) {
  const { input, describe = describePerson, announce, minVisible, hideDelay, dismissKey, ...view } = props
  const { locale, strings } = usePresenceSettings()
  const typers = useShownTypers(input, {
    minVisible: minVisible ?? MIN_VISIBLE_MS,
    hideDelay: hideDelay ?? HIDE_DELAY_MS,
    dismissKey,
  })
  useTypingAnnouncement(input, { describe, announce })
  const people = useMemo(
    () => typers.map(({ userId, info }) => ({ userId, ...describe(info, userId) })),
    [typers, describe],
  )
  return <TypingIndicatorView locale={locale} strings={strings} {...view} people={people} ref={ref} />
})
