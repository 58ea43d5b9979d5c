'use client'
/** Opens a `PersonCardView` of somebody beside what stands for them. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import type { PersonWords } from '../../format/describePerson.ts'
import { useTimer } from '../../hooks/useTimer.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { CardOfPerson } from './CardOfPerson.tsx'
import { FloatingCard } from './FloatingCard.tsx'
import { useHoverCard } from './useHoverCard.ts'

/** For the app's own trigger, which must be able to have the focus. */
export interface CardTriggerProps {
  readonly 'aria-describedby': string | undefined
}

interface OwnProps {
  readonly userId: string
  /** What it opens from: put into a button; or a function that makes a button or link of the app's own. */
  readonly children: ReactNode | ((trigger: CardTriggerProps) => ReactNode)
  /** Name and picture from what is vouched for. Default `describePerson`. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
  /** What can be done with them, on the card. Default: nothing. */
  readonly actions?: ReactNode
  /** How long a pointer rests before it opens, ms. The focus opens at once. Default 150. */
  readonly openDelay?: number | undefined
}

export type PersonCardProps = WithPart<ComponentPropsWithoutRef<'span'>, { readonly isOpen: boolean }, OwnProps>

/** On hover and on focus; the pointer may move onto it, and Esc takes it away. Nobody is read before it opens. */
export const PersonCard: Part<PersonCardProps, HTMLSpanElement> = forwardRef<HTMLSpanElement, PersonCardProps>(
  function PersonCard({ userId, children, describe, actions, openDelay = 150, ...given }, ref) {
    const setTimer = useTimer()
    const { id, isOpen, handlers } = useHoverCard({ delayMs: openDelay, setTimer })
    const trigger = { 'aria-describedby': isOpen ? id : undefined }
    return (
      <PartRoot
        tag="span"
        name="rc-person"
        state={{ isOpen }}
        attributes={{ open: isOpen }}
        own={handlers}
        given={given}
        ref={ref}
      >
        {typeof children === 'function' ? (
          children(trigger)
        ) : (
          <button
            type="button"
            className="rc-person-trigger"
            // Not every browser gives the focus to a button that is pressed.
            onClick={(event) => event.currentTarget.focus()}
            {...trigger}
          >
            {children}
          </button>
        )}
        {isOpen && (
          <FloatingCard id={id}>
            <CardOfPerson {...{ userId, describe, actions }} />
          </FloatingCard>
        )}
      </PartRoot>
    )
  },
)
