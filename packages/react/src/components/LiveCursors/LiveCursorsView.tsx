'use client'
/** An area with the pointers of others over it. Positions come by call and never through React: a moving pointer renders nothing. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useEffect, useMemo } from 'react'
import type { CursorMove, CursorPosition } from '../../hooks/cursors/cursorMove.ts'
import { type DisplayTime, usePageDisplay } from '../../hooks/cursors/usePageDisplay.ts'
import { useReducedMotion } from '../../hooks/cursors/useReducedMotion.ts'
import { useStateSource } from '../../hooks/useStateSource.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { Cursor, type CursorPerson, type RenderCursor } from './Cursor.tsx'
import { type CursorSpace } from './cursorSpace.ts'
import type { Smoothing } from './motion.ts'
import { usePointerStage } from './usePointerStage.ts'
import { useLayerSpace } from './useLayerSpace.ts'
import type { PointerKind } from './watchPointer.ts'

export interface LiveCursorsState {
  readonly visible: boolean
  readonly stale: boolean
  /** Sessions whose pointer may show. */
  readonly count: number
}

interface OwnProps {
  /** Whose pointers may show. Keep the identity of each entry: who is the same renders nothing. */
  readonly people: readonly CursorPerson[]
  /** Where the positions come from. Keep its identity. */
  readonly subscribe: (listener: (move: CursorMove) => void) => () => void
  /** Told where the pointer of this page is in the area, `rate` times a second at most; `null`: gone. */
  readonly onPoint?: ((position: CursorPosition | null) => void) | undefined
  /**
   * What the two numbers of a position mean: fractions of the area (`percent`), CSS px from its top left corner
   * (`pixels`), a place at the nearest element with `data-rollcall-anchor="name"` (`anchor`, for layouts that differ and
   * for scrolling within), or a meaning of one's own. The same for all who share an area. Default `percent`.
   */
  readonly space?: 'percent' | 'pixels' | 'anchor' | CursorSpace | undefined
  /** Positions of mine a second; 0: none. The wire carries 20 at most. Default 20. */
  readonly rate?: number | undefined
  /** How pointers go from position to position. Default `interpolate`; with reduced motion `none`, four times a second. */
  readonly smoothing?: Smoothing | undefined
  /** Names beside the pointers; `on-move` takes them away from those that rest. Default `on-move`. */
  readonly labels?: 'always' | 'on-move' | 'never' | undefined
  /** ms without a move until a pointer is idle. Default 3,000. */
  readonly idleAfter?: number | undefined
  /** ms without a move until a pointer is not shown any more. Default 30,000. */
  readonly hideAfter?: number | undefined
  /** Pointers shown at a time; of more those nearest to one's own. Default 50. */
  readonly max?: number | undefined
  /** Kinds of pointer of mine that are told. A finger is told while it presses. Default mouse and pen. */
  readonly pointerTypes?: readonly PointerKind[] | undefined
  /** False: the pointers of others are not shown; mine is still told. Default true. */
  readonly visible?: boolean | undefined
  /** Our own link is down: pointers stand still and are paler. */
  readonly stale?: boolean | undefined
  /** Draws a pointer, its tip in the top left corner, in place of the arrow with its name. Keep its identity. */
  readonly renderCursor?: RenderCursor | undefined
  /** Time and pictures. Default: the browser's. Read once. */
  readonly display?: DisplayTime | undefined
  readonly children?: ReactNode
}

export type LiveCursorsViewProps = WithPart<ComponentPropsWithoutRef<'div'>, LiveCursorsState, OwnProps>

const MOUSE_AND_PEN: readonly PointerKind[] = ['mouse', 'pen']
/** ms between two pictures with reduced motion. */
const CALM_PACE = 250
const nobody = (): void => {}

/** Decoration: who is where is told by the roster, never by a pointer alone. */
export const LiveCursorsView: Part<LiveCursorsViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  LiveCursorsViewProps
>(function LiveCursorsView(props, ref) {
  const {
    people,
    subscribe,
    onPoint = nobody,
    space = 'percent',
    rate = 20,
    pointerTypes = MOUSE_AND_PEN,
    ...more
  } = props
  const { smoothing = 'interpolate', idleAfter = 3_000, hideAfter = 30_000, max = 50, display: screen, ...most } = more
  const { labels = 'on-move', visible = true, stale = false, renderCursor, children, ...given } = most
  const isReduced = useReducedMotion()
  const display = usePageDisplay(screen)
  const layerSpace = useLayerSpace(space)
  const isCrowded = people.length > max
  const among = useMemo(
    () => (isCrowded ? new Set(people.map(({ sessionId }) => sessionId)) : undefined),
    [isCrowded, people],
  )
  const motion = isReduced ? ({ smoothing: 'none', pace: CALM_PACE } as const) : { smoothing, pace: 0 }
  const { stage, layer } = usePointerStage({
    display,
    subscribe,
    shown: { ...motion, space: layerSpace, idleAfter, hideAfter, among, max },
    own: { space: layerSpace, rate, kinds: pointerTypes, tell: onPoint },
  })
  useEffect(() => {
    // What is not shown because our link is down will be too old when it is shown again.
    if (stale && !visible) stage.clear()
  }, [stage, stale, visible])
  const near = useStateSource(stage.near, { initial: NOBODY })
  const shown = isCrowded ? people.filter(({ sessionId }) => near.has(sessionId)) : people
  return (
    <PartRoot
      tag="div"
      name="rc-live-cursors"
      state={{ visible, stale, count: people.length }}
      attributes={{ labels, stale, hidden: !visible }}
      given={given}
      ref={ref}
    >
      {children}
      <div ref={layer} data-slot="layer" aria-hidden>
        {visible &&
          shown.map((person) => (
            <Cursor key={person.sessionId} {...{ person, stage, renderCursor }} hasLabel={labels !== 'never'} />
          ))}
      </div>
    </PartRoot>
  )
})

const NOBODY: ReadonlySet<string> = new Set()
