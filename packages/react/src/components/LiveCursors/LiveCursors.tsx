'use client'
/** `LiveCursorsView` of an area of the room. */
import { forwardRef, useCallback, useEffect, useMemo } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import { useStaleSince } from '../../hooks/connection/useStaleSince.ts'
import { useCursorAudience } from '../../hooks/cursors/useCursorAudience.ts'
import { useCursors } from '../../hooks/cursors/useCursors.ts'
import { useCursorVisibility } from '../../hooks/cursors/useCursorVisibility.ts'
import { useDisplay } from '../../hooks/cursors/useDisplay.ts'
import { useOthersMapped } from '../../hooks/presence/useOthersMapped.ts'
import { useSelf } from '../../hooks/presence/useSelf.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import type { CursorPerson } from './Cursor.tsx'
import { LiveCursorsView, type LiveCursorsViewProps } from './LiveCursorsView.tsx'

interface OwnProps {
  /** Which of the room's areas. Default: the one without a name. */
  readonly area?: string | undefined
  /**
   * Positions of mine a second; 0: none. Less where more would be wasted: 5 over a slow link, none while nobody else is
   * in the room. The wire carries 20 at most. Default 20.
   */
  readonly rate?: number | undefined
  /** Whether the pointers of others are shown. Default: as `useCursorVisibility` has it; with calm motion never. */
  readonly visible?: boolean | undefined
  /** Also the pointers of my own other tabs, with `data-self`. Default false. */
  readonly showOwnSessions?: boolean | undefined
  /** Reads the name from what is vouched for about somebody. Keep its identity. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
}

export type LiveCursorsProps = Omit<
  LiveCursorsViewProps,
  'people' | 'subscribe' | 'stale' | 'display' | keyof OwnProps
> &
  OwnProps

interface Pointing {
  readonly userId: string
  readonly info: unknown
  readonly sessions: readonly { readonly sessionId: string }[]
}

const NOBODY: readonly CursorPerson[] = []
/** ms of a link that is down until pointers stand as stale, and until they are gone. */
const STALE_AFTER = 2_000
const LOST_AFTER = 10_000
const FAR_RATE = 5

/** Everybody's pointers but those of this tab, one a session. Renders when somebody comes, goes or is named anew. */
export const LiveCursors: Part<LiveCursorsProps, HTMLDivElement> = forwardRef<HTMLDivElement, LiveCursorsProps>(
  function LiveCursors(props, ref) {
    const { area, rate = 20, visible, showOwnSessions = false, describe = describePerson, onPoint, ...view } = props
    const { motion } = usePresenceSettings()
    const moves = useCursors(area)
    const display = useDisplay()
    const audience = useCursorAudience()
    const [isWanted] = useCursorVisibility()
    const isStale = useStaleSince(STALE_AFTER) !== null
    const isLost = useStaleSince(LOST_AFTER) !== null
    const toPeople = useCallback((member: Pointing) => sessionsOf(member, describe), [describe])
    const toOwn = useCallback(
      (self: Pointing | undefined) => {
        if (self === undefined || !showOwnSessions) return NOBODY
        return sessionsOf(self, describe).map((person) => ({ ...person, isSelf: true }))
      },
      [describe, showOwnSessions],
    )
    const others = useOthersMapped(toPeople, arePeople)
    const own = useSelf(toOwn, arePeople)
    // Whoever goes on pointing elsewhere is gone from here.
    useEffect(() => () => moves.move(null), [moves])
    const people = useMemo(() => [...others.flatMap(([, sessions]) => sessions), ...own], [others, own])
    return (
      <LiveCursorsView
        {...view}
        {...{ people, display }}
        subscribe={moves.subscribe}
        rate={audience === 'none' ? 0 : audience === 'far' ? Math.min(rate, FAR_RATE) : rate}
        visible={motion === 'full' && !isLost && (visible ?? isWanted)}
        stale={isStale}
        onPoint={(position) => {
          moves.move(position)
          onPoint?.(position)
        }}
        ref={ref}
      />
    )
  },
)

function sessionsOf(
  { userId, info, sessions }: Pointing,
  describe: (info: unknown, userId: string) => PersonWords,
): readonly CursorPerson[] {
  const { name } = describe(info, userId)
  return sessions.map(({ sessionId }) => ({ sessionId, userId, name }))
}

function arePeople(a: readonly CursorPerson[], b: readonly CursorPerson[]): boolean {
  const isSame = (one: CursorPerson, other: CursorPerson | undefined): boolean =>
    one.sessionId === other?.sessionId && one.name === other.name
  return a.length === b.length && a.every((person, index) => isSame(person, b[index]))
}
