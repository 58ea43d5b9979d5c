/** Who else is at a field: a ring in the first one's colour, faces at its corner, and a sentence. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { personHue, personStyle } from '../../format/personHue.ts'
import type { FieldMode } from '../../hooks/location/fieldLock.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { FieldFaces, type FieldVisitor } from './FieldFaces.tsx'
import { fieldSentence } from './fieldSentence.ts'

export type FieldVariant = 'ring' | 'avatars' | 'hint' | 'all'
export type FieldPlacement = 'top-end' | 'top-start' | 'bottom-end' | 'bottom-start'

interface OwnProps {
  /** One entry a person, without the one who reads, in the order in which they came. */
  readonly people: readonly FieldVisitor[]
  /** Faces before the rest is a number. Default 3. */
  readonly max?: number | undefined
  /**
   * What is seen of them; the sentence is there for assistive technology in any case, and seen in any case while the field
   * is locked. Default: ring and faces, which move nothing on the page.
   */
  readonly variant?: FieldVariant | undefined
  /** The corner of the field that the faces stand at. Default `top-end`. */
  readonly placement?: FieldPlacement | undefined
  /**
   * `inform` only tells. `soft-lock` tells that it is theirs. `hard-lock` says so, too: that nothing can be changed is the
   * matter of `FieldPresence`. Default `inform`.
   */
  readonly mode?: FieldMode | undefined
  /** They have done nothing for a while: said so, and a lock may be taken over. Default false. */
  readonly idle?: boolean | undefined
  /** Ends their lock; a button after the field, once they are idle. */
  readonly onTakeOver?: (() => void) | undefined
  /** Our own link is down: the ring is dashed. Default false. */
  readonly stale?: boolean | undefined
  /** Of the sentence, for the field's `aria-describedby`. */
  readonly descriptionId?: string | undefined
  /** The field, one element. */
  readonly children?: ReactNode
  /** BCP 47 tag, for lists, letters and numbers. Default: that of `strings`. */
  readonly locale?: string | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type FieldPresenceViewProps = WithPart<
  ComponentPropsWithoutRef<'div'>,
  { readonly isBusy: boolean; readonly count: number; readonly isLocked: boolean },
  OwnProps
>

/** The ring lies outside of the field's own focus ring, and never in its place. */
export const FieldPresenceView: Part<FieldPresenceViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  FieldPresenceViewProps
>(function FieldPresenceView(props, ref) {
  const { people, max = 3, variant, placement = 'top-end', descriptionId, children, strings = en, ...more } = props
  const { mode = 'inform', idle = false, stale = false, onTakeOver, ...most } = more
  const { locale = strings.language, ...given } = most
  const [first] = people
  const count = people.length
  const isBusy = count > 0
  const isLocked = isBusy && mode !== 'inform'
  const isWritten = variant === 'hint' || variant === 'all' || isLocked
  const state = idle ? 'idle' : isLocked ? 'locked' : 'editing'
  return (
    <PartRoot
      tag="div"
      name="rc-field-presence"
      state={{ isBusy, count, isLocked }}
      attributes={{
        busy: isBusy,
        count,
        locked: isLocked,
        idle: isBusy && idle,
        stale,
        variant,
        placement,
        ring: isBusy && variant !== 'avatars' && variant !== 'hint',
        hue: first && personHue(first.userId),
      }}
      own={{ style: first && personStyle(first.userId) }}
      given={given}
      ref={ref}
    >
      {children}
      {isBusy && variant !== 'ring' && variant !== 'hint' && <FieldFaces {...{ people, max, locale }} />}
      {isBusy && (
        <div data-slot="note">
          <span id={descriptionId} data-slot="hint" className={isWritten ? undefined : 'rc-hidden'}>
            {fieldSentence({ names: people.map(({ name }) => name), state, locale, strings })}
          </span>
          {isLocked && idle && onTakeOver !== undefined && (
            <button type="button" className="rc-button" data-slot="take-over" onClick={onTakeOver}>
              {strings.takeOver}
            </button>
          )}
        </div>
      )}
    </PartRoot>
  )
})
