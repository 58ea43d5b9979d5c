/** Who is typing, in a box that is there before anybody does. */
import { type AnimationEvent, type ComponentPropsWithoutRef, forwardRef, type ReactElement } from 'react'
import { formatTyping, type FormattedTyping } from '../../format/formatTyping.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'

export interface TypingPerson {
  readonly userId: string
  /** Absent = "Someone". */
  readonly name?: string | undefined
  /** Address of a picture. Default: initials. */
  readonly picture?: string | undefined
}

export type TypingVariant = 'text' | 'dots' | 'bubble' | 'avatars'

export interface TypingState {
  readonly state: 'idle' | 'typing'
  readonly count: number
}

interface OwnProps {
  /** In order of entering, without the person who reads. */
  readonly people: readonly TypingPerson[]
  /** Names before the rest is counted. Default 2. */
  readonly max?: number | undefined
  /** From how many on nobody is named. Default 6. */
  readonly severalFrom?: number | undefined
  /** `text` with dots, `dots` alone in a bubble (`bubble`) or bare, or `avatars` before the text. Default `text`. */
  readonly variant?: TypingVariant | undefined
  /** Keep the height of a line while nobody types, so that nothing jumps. Default true. */
  readonly reserveSpace?: boolean | undefined
  /** BCP 47 tag, for lists, letters and numbers. Default: that of `strings`. */
  readonly locale?: string | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type TypingIndicatorViewProps = WithPart<ComponentPropsWithoutRef<'div'>, TypingState, OwnProps>

/** Plain text, not a live region: speech goes through the announcer, which has a budget. */
export const TypingIndicatorView: Part<TypingIndicatorViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  TypingIndicatorViewProps
>(function TypingIndicatorView(props, ref) {
  const { people, max, severalFrom, variant = 'text', reserveSpace = true, strings = en, ...most } = props
  const { locale = strings.language, ...given } = most
  const words = formatTyping(
    people.map((person) => person.name),
    { locale, strings, max, severalFrom },
  )
  const state = words.count === 0 ? ('idle' as const) : ('typing' as const)
  return (
    <PartRoot
      tag="div"
      name="rc-typing-indicator"
      state={{ state, count: words.count }}
      attributes={{ state, count: words.count, variant, reserved: reserveSpace }}
      given={given}
      ref={ref}
    >
      {state === 'typing' && <TypingLine {...{ words, people, variant, locale }} />}
    </PartRoot>
  )
})

interface LineProps {
  readonly words: FormattedTyping
  readonly people: readonly TypingPerson[]
  readonly variant: TypingVariant
  readonly locale: string
}

const AVATARS = 3

function TypingLine({ words, people, variant, locale }: LineProps): ReactElement {
  const isWordless = variant === 'dots' || variant === 'bubble'
  return (
    <>
      {variant === 'avatars' &&
        people
          .slice(0, AVATARS)
          .map(({ userId, name = '', picture }) => (
            <AvatarView key={userId} {...{ userId, name, picture, locale }} size={20} label="none" />
          ))}
      {/* A new set of people starts the dots again; they rest after a few rounds (WCAG 2.2.2). */}
      <span key={people.map((person) => person.userId).join()} data-slot="dots" aria-hidden onAnimationEnd={rest}>
        <i />
        <i />
        <i />
      </span>
      {/* What does not fit its one line is cut, so that nothing below moves; pointing at it tells it whole. */}
      <span data-slot="text" className={isWordless ? 'rc-hidden' : undefined} title={words.text}>
        {words.parts.map((part, index) =>
          part.type === 'name' ? <bdi key={index}>{part.text}</bdi> : <span key={index}>{part.text}</span>,
        )}
      </span>
    </>
  )
}

/** The last dot is through with its rounds. By the element alone: nothing else is to be drawn again. */
function rest({ currentTarget, target }: AnimationEvent<HTMLElement>): void {
  if (target === currentTarget.lastElementChild) currentTarget.toggleAttribute('data-resting', true)
}
