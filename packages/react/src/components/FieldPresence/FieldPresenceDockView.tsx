/** Around fields that scroll: faces at the edge behind which somebody is at one of them. */
import { type ComponentPropsWithoutRef, type CSSProperties, forwardRef, type ReactElement, type ReactNode } from 'react'
import type { DockedPerson } from '../../hooks/location/fieldDock.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { FaceCount } from './FaceCount.tsx'

interface OwnProps {
  /** At fields above what is seen, in the order of the page, one entry a person. */
  readonly above: readonly DockedPerson[]
  /** At fields below it. */
  readonly below: readonly DockedPerson[]
  /** Faces at an edge before the rest is a number. Default 3. */
  readonly max?: number | undefined
  /** Somebody wants to see where they are. */
  readonly onSelect?: ((person: DockedPerson) => void) | undefined
  readonly children?: ReactNode
  /** BCP 47 tag, for lists, letters and numbers. Default: that of `strings`. */
  readonly locale?: string | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type FieldPresenceDockViewProps = WithPart<
  Omit<ComponentPropsWithoutRef<'div'>, 'onSelect'>,
  { readonly above: number; readonly below: number },
  OwnProps
>

/** The strips have no height, so that nothing moves when they come and go. */
export const FieldPresenceDockView: Part<FieldPresenceDockViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  FieldPresenceDockViewProps
>(function FieldPresenceDockView(props, ref) {
  const { above, below, max = 3, onSelect, children, strings = en, ...rest } = props
  const { locale = strings.language, ...given } = rest
  const look = { max, onSelect, strings, locale }
  return (
    <PartRoot
      tag="div"
      name="rc-field-dock"
      state={{ above: above.length, below: below.length }}
      attributes={{ above: above.length, below: below.length }}
      given={given}
      ref={ref}
    >
      <Strip edge="above" people={above} {...look} />
      {children}
      <Strip edge="below" people={below} {...look} />
    </PartRoot>
  )
})

interface StripProps {
  readonly edge: 'above' | 'below'
  readonly people: readonly DockedPerson[]
  readonly max: number
  readonly onSelect: ((person: DockedPerson) => void) | undefined
  readonly locale: string
  readonly strings: Strings
}

/** px, high enough for a finger. */
const SIZE = 32
const ARROWS = { above: '↑', below: '↓' } as const

function Strip({ edge, people, max, onSelect, locale, strings }: StripProps): ReactElement | null {
  if (people.length === 0) return null
  const rest = people.length - max
  // React's type of a style knows no custom properties.
  const look = { '--rc-avatar-size': `${SIZE}px` } as CSSProperties
  return (
    <div data-slot="dock" data-edge={edge} style={look}>
      {people.slice(0, max).map(({ field, ...face }) => (
        <button
          key={face.userId}
          type="button"
          className="rc-chip"
          title={face.name}
          onClick={() => onSelect?.({ field, ...face })}
        >
          {/* The picture names the button: its letters are not read beside the name. */}
          <AvatarView {...face} {...{ locale }} size={22} aria-label={strings.goToField({ name: face.name })} />
          <span aria-hidden>{ARROWS[edge]}</span>
        </button>
      ))}
      {rest > 0 && <FaceCount count={rest} size={SIZE} label={strings.morePeople(rest)} />}
    </div>
  )
}
