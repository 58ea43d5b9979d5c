'use client'
/**
 * Pointers of the others over whatever it surrounds. Positions go from the room to the element and never through
 * React: a moving pointer renders nothing. They are fractions of the area, so that they fit every size of window.
 */
import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  forwardRef,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
} from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import { personHue, personStyle } from '../../format/personHue.ts'
import { useCursors } from '../../hooks/cursors/useCursors.ts'
import { useOthersMapped } from '../../hooks/presence/useOthersMapped.ts'
import type { Part } from '../part/partProps.ts'
import { placeCursor } from './placeCursor.ts'

type Describe = (info: unknown, userId: string) => PersonWords

export interface LiveCursorsProps extends ComponentPropsWithoutRef<'div'> {
  /** Which of the room's areas. Default: the one without a name. */
  readonly area?: string | undefined
  /** `off` hides the others' pointers, and still says where mine is. Default `on`. */
  readonly cursors?: 'on' | 'off' | undefined
  /** Names beside the pointers. Default `on`. */
  readonly labels?: 'on' | 'off' | undefined
  readonly describe?: Describe | undefined
  readonly children?: ReactNode
}

interface Pointed {
  readonly userId: string
  readonly info: unknown
  readonly sessions: readonly { readonly sessionId: string }[]
}
const whole = (member: Pointed): Pointed => member
const isSame = (a: Pointed, b: Pointed): boolean =>
  a.info === b.info &&
  a.sessions.length === b.sessions.length &&
  a.sessions.every(({ sessionId }, index) => sessionId === b.sessions[index]?.sessionId)

/** Decoration: who is where is told by the roster, never by a pointer alone. */
export const LiveCursors: Part<LiveCursorsProps, HTMLDivElement> = forwardRef<HTMLDivElement, LiveCursorsProps>(
  function LiveCursors(props, ref) {
    const { area, cursors = 'on', labels = 'on', describe = describePerson, children, className, ...given } = props
    const moves = useCursors(area)
    const others = useOthersMapped(whole, isSame)
    const layer = useRef<HTMLDivElement>(null)
    useEffect(
      () => moves.subscribe(({ sessionId, position }) => placeCursor(layer.current, sessionId, position)),
      [moves],
    )
    useEffect(() => () => moves.move(null), [moves])

    const move = (event: PointerEvent<HTMLDivElement>): void => {
      const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
      if (width > 0 && height > 0) moves.move([(event.clientX - left) / width, (event.clientY - top) / height])
    }
    return (
      <div
        data-slot="live-cursors"
        {...given}
        ref={ref}
        className={className === undefined ? 'rc-live-cursors' : `rc-live-cursors ${className}`}
        onPointerMove={(event) => {
          given.onPointerMove?.(event)
          move(event)
        }}
        onPointerLeave={(event) => {
          given.onPointerLeave?.(event)
          moves.move(null)
        }}
      >
        {children}
        <div ref={layer} data-slot="layer" aria-hidden hidden={cursors === 'off'}>
          {others.flatMap(([userId, { info, sessions }]) =>
            sessions.map(({ sessionId }) => (
              <Cursor
                key={sessionId}
                {...{ userId, sessionId }}
                name={labels === 'on' ? describe(info, userId).name : undefined}
              />
            )),
          )}
        </div>
      </div>
    )
  },
)

interface CursorProps {
  readonly userId: string
  readonly sessionId: string
  readonly name: string | undefined
}

/** Hidden until the first position of its session comes; React knows nothing of where it is. */
function Cursor({ userId, sessionId, name }: CursorProps): ReactElement {
  return (
    <div
      className="rc-cursor"
      data-session={sessionId}
      data-hue={personHue(userId)}
      // React's types know no custom properties.
      style={personStyle(userId) as CSSProperties}
    >
      <svg viewBox="0 0 16 16" fill="currentColor">
        <path d="M1 1 6.2 15l2.2-6 6-2.2Z" />
      </svg>
      {name !== undefined && <span data-slot="label">{name}</span>}
    </div>
  )
}
