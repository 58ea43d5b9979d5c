/** Who else is at a field: a ring in the first one's colour, faces at its corner, and a sentence. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { intlCache } from '../../format/intlCache.ts'
import { personHue, personStyle } from '../../format/personHue.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'

export interface FieldVisitor {
  readonly userId: string
  readonly name: string
  readonly picture?: string | undefined
}

export type FieldMode = 'inform' | 'soft-lock' | 'hard-lock'

interface OwnProps {
  /** One entry a person, without the one who reads. */
  readonly people: readonly FieldVisitor[]
  /** Faces before the rest is left to the sentence. Default 3. */
  readonly max?: number | undefined
  /**
   * `inform` only tells. `soft-lock` tells that it is theirs. `hard-lock` says so, too: the field's own `readOnly` is the
   * matter of `FieldPresence`. Default `inform`.
   */
  readonly mode?: FieldMode | undefined
  /** They have done nothing for a while: said so, and a lock may be taken over. */
  readonly idle?: boolean | undefined
  /** Ends their lock; a button, once they are idle. */
  readonly onTakeOver?: (() => void) | undefined
  /** Our own link is down: the ring is dashed. */
  readonly stale?: boolean | undefined
  /** The sentence below the field; `hidden` leaves it to assistive technology. Default `hidden`. */
  readonly hint?: 'visible' | 'hidden' | undefined
  /** Of the sentence, for the field's `aria-describedby`. */
  readonly descriptionId?: string | undefined
  readonly children?: ReactNode
  readonly locale?: string | undefined
  readonly strings?: Strings | undefined
}

export type FieldPresenceViewProps = WithPart<
  ComponentPropsWithoutRef<'div'>,
  { readonly isBusy: boolean; readonly count: number },
  OwnProps
>

/** The ring lies outside of the field's own focus ring, and never in its place. */
export const FieldPresenceView: Part<FieldPresenceViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  FieldPresenceViewProps
>(function FieldPresenceView(props, ref) {
  const { people, max = 3, hint = 'hidden', descriptionId, children, strings = en, ...more } = props
  const { mode = 'inform', idle = false, stale = false, onTakeOver, ...most } = more
  const { locale = strings.language, ...given } = most
  const [first] = people
  const count = people.length
  const isLocked = count > 0 && mode !== 'inform'
  const say = count > 0 && idle ? strings.editingIdle : isLocked ? strings.locked : strings.editing
  const names = intlCache.list(locale).format(people.map(({ name }) => name))
  return (
    <PartRoot
      tag="div"
      name="rc-field-presence"
      state={{ isBusy: count > 0, count }}
      attributes={{
        busy: count > 0,
        count,
        locked: isLocked,
        idle: count > 0 && idle,
        stale,
        hue: first && personHue(first.userId),
      }}
      own={{ style: first && personStyle(first.userId) }}
      given={given}
      ref={ref}
    >
      {children}
      <span data-slot="visitors" aria-hidden>
        {people.slice(0, max).map(({ userId, name, picture }) => (
          <AvatarView key={userId} {...{ userId, name, picture, locale }} size={20} label="none" />
        ))}
      </span>
      {count > 0 && (
        <span id={descriptionId} data-slot="hint" className={hint === 'hidden' ? 'rc-hidden' : undefined}>
          {say({ names, count })}
        </span>
      )}
      {isLocked && idle && onTakeOver !== undefined && (
        <button type="button" className="rc-button" onClick={onTakeOver}>
          {strings.takeOver}
        </button>
      )}
    </PartRoot>
  )
})
