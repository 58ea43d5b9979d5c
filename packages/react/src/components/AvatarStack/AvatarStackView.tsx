'use client'
/** Who is here, as a row of faces: a list, in the order in which it reads. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactElement, useState } from 'react'
import type { StatusRegistry } from '../../format/describeStatus.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { useRovingFocus } from '../roving/useRovingFocus.ts'
import { arrangePeople, type Arrangement, entryId, splitStack, type StackPerson } from './arrangePeople.ts'
import { StackFace, type StackLook } from './StackFace.tsx'
import { StackOverflow, type StackOverflowKind } from './StackOverflow.tsx'

export interface AvatarStackState {
  readonly count: number
  readonly overflow: number
}

interface OwnProps extends Omit<Arrangement, 'locale'> {
  /** One entry a person, however many tabs. */
  readonly people: readonly StackPerson[]
  /** Items, the chip included, so that it never says "+1"; `null` = all. Default 4. */
  readonly max?: number | null | undefined
  /** px. Default 32. */
  readonly size?: number | undefined
  /** How much of a face the next one covers, 0 to 0.5. Default 0.25. */
  readonly overlap?: number | undefined
  /** px between faces that do not overlap: takes the place of `overlap`. */
  readonly gap?: number | undefined
  /** `auto`: badges where nothing covers them, else nothing; names tell it always. Default `auto`. */
  readonly status?: 'auto' | 'ring' | 'badge' | 'none' | undefined
  /**
   * What stands for those who have no place: a chip that opens a list of them, a chip that names them on hover and
   * focus, or whatever the function makes of them. Default `popover`.
   */
  readonly overflow?: StackOverflowKind | undefined
  /** Makes each face a button, all of them one tab stop with arrows, Home and End: to follow, or to open a profile. */
  readonly onSelect?: ((person: StackPerson) => void) | undefined
  /** Nothing can be known, because the connection failed: said beside oneself, the only one who is sure. */
  readonly unavailable?: boolean | undefined
  /** Our own link is down: the same people, paler. */
  readonly stale?: boolean | undefined
  /** The picture is not whole yet: neutral discs stand in for those who may come. */
  readonly loading?: boolean | undefined
  /** Shown when nobody is here. Default: nothing. */
  readonly emptyLabel?: string | undefined
  /** Name of the list. Default: how many are here. */
  readonly label?: string | undefined
  /** What `defineStatuses` made, for statuses of the app. Default: the built-in ones. */
  readonly statuses?: StatusRegistry | undefined
  /** BCP 47 tag, for lists, letters and numbers. Default: that of `strings`. */
  readonly locale?: string | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type AvatarStackViewProps = WithPart<
  Omit<ComponentPropsWithoutRef<'ul'>, 'children'>,
  AvatarStackState,
  OwnProps
>

const PLACES = 4
/** The chip's name among the stops; ids of people are never empty. */
const MORE = ''

/** Faces overlap by a mask, so that it looks right on any ground and the order of the document stays the order of reading. */
export const AvatarStackView: Part<AvatarStackViewProps, HTMLUListElement> = forwardRef<
  HTMLUListElement,
  AvatarStackViewProps
>(function AvatarStackView(props, ref) {
  const {
    people,
    max = PLACES,
    size = 32,
    gap,
    overlap: wanted = gap === undefined ? 0.25 : 0,
    overflow = 'popover',
    status = 'auto',
    stale = false,
    loading = false,
    ...most
  } = props
  const { order, self, emptyLabel, label, onSelect, unavailable = false, statuses, strings = en, ...rest } = most
  const { locale = strings.language, ...given } = rest
  // Words stand beside a whole face.
  const overlap = unavailable ? 0 : wanted
  const known = unavailable ? people.filter(({ isSelf }) => isSelf === true) : people
  const arranged = arrangePeople(known, { order, self, locale })
  const { shown, hidden } = splitStack(arranged, max)
  const count = arranged.filter(({ isLeaving }) => isLeaving !== true).length
  const { current, rootProps } = useRovingFocus('horizontal')
  const [isOpen, setIsOpen] = useState(false)
  const stops = [...shown.map(entryId), ...(hidden.length > 0 || isOpen ? [MORE] : [])]
  const reached = current !== undefined && stops.includes(current) ? current : stops[0]
  const show = status === 'auto' ? (overlap > 0 ? 'none' : 'badge') : status
  const look: StackLook = { size, show, stale, statuses, locale, strings, onSelect }
  return (
    <PartRoot
      tag="ul"
      name="rc-avatar-stack"
      state={{ count, overflow: hidden.length }}
      attributes={{ count, overflow: hidden.length, stale, loading, flat: overlap <= 0 }}
      own={{
        // Safari forgets that a list without markers is one.
        role: 'list',
        'aria-label': label ?? (loading ? strings.loadingPeople : strings.peopleHere(count)),
        'aria-busy': loading ? true : undefined,
        ...(onSelect !== undefined && rootProps),
        style: {
          '--rc-avatar-size': `${size}px`,
          '--rc-stack-overlap': String(overlap),
          ...(gap !== undefined && { '--rc-stack-gap': `${gap}px` }),
        },
      }}
      given={given}
      ref={ref}
    >
      {shown.map((person) => (
        <StackFace key={entryId(person)} {...{ person, look }} isReached={entryId(person) === reached} />
      ))}
      <StackOverflow
        kind={overflow}
        people={hidden}
        look={{ statuses, locale, strings, onSelect }}
        {...{ stale, isOpen }}
        onToggle={setIsOpen}
        stop={onSelect === undefined ? undefined : { id: MORE, isReached: reached === MORE }}
      />
      {loading && <Skeleton places={Math.max(0, (max ?? PLACES) - arranged.length)} />}
      {unavailable && <li data-slot="unavailable">{strings.unavailable}</li>}
      {arranged.length === 0 && !loading && emptyLabel !== undefined && <li data-slot="empty">{emptyLabel}</li>}
    </PartRoot>
  )
})

function Skeleton({ places }: { readonly places: number }): ReactElement {
  return (
    <>
      {Array.from({ length: places }, (_, index) => (
        <li key={index} data-slot="skeleton" aria-hidden />
      ))}
    </>
  )
}
