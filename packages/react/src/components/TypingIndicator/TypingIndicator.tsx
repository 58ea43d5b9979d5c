'use client'
/** `TypingIndicatorView` of an input of the room. */
import { forwardRef, useMemo } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import { useTypingAnnouncement } from '../../hooks/announcing/useTypingAnnouncement.ts'
import { useTyping } from '../../hooks/typing/useTyping.ts'
import type { Part } from '../part/partProps.ts'
import { TypingIndicatorView, type TypingIndicatorViewProps } from './TypingIndicatorView.tsx'

export type TypingIndicatorProps = Omit<TypingIndicatorViewProps, 'people'> & {
  /** Which of the room's inputs. Default: the one without a name. */
  readonly input?: string | undefined
  /** Reads name and picture from what is vouched for about somebody. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
  /** `off`: screen readers are told by somebody else. Default `auto`: as the provider's policy has it. */
  readonly announce?: 'auto' | 'off' | undefined
}

/** Who else is typing; oneself is never shown. */
export const TypingIndicator: Part<TypingIndicatorProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  TypingIndicatorProps
>(function TypingIndicator({ input, describe = describePerson, announce, ...view }, ref) {
  const { locale, strings } = usePresenceSettings()
  const { typers } = useTyping(input)
  useTypingAnnouncement(input, { describe, announce })
  const people = useMemo(
    () => typers.map(({ userId, info }) => ({ userId, ...describe(info, userId) })),
    [typers, describe],
  )
  return <TypingIndicatorView locale={locale} strings={strings} {...view} people={people} ref={ref} />
})
