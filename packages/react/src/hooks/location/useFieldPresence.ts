'use client'
import type { PathSegment } from '@rollcall/core'
import { useEffect, useId, useMemo } from 'react'
import { useAnnouncerOf } from '../../context/announcerContext.ts'
import { useProvidedClient } from '../../context/clientContext.ts'
import { NOBODY } from '../../context/emptyRoom.ts'
import type { RegisteredUserPresence } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import { sameJson, useSame } from '../useSame.ts'
import { useStateSource } from '../useStateSource.ts'
import { createFieldAnnouncement } from './fieldAnnouncement.ts'
import { createFieldReporter } from './fieldReporter.ts'
import { createVisitorSource, sameVisitors } from './fieldVisitors.ts'

export interface FieldPresenceState {
  /** Who else is at this field or below it, one entry per person. */
  readonly others: readonly RegisteredUserPresence[]
  readonly isBusy: boolean
  /** Spread on the field: having the focus is being there. */
  readonly fieldProps: {
    readonly onFocus: () => void
    readonly onBlur: () => void
    readonly 'aria-describedby': string | undefined
  }
  /** Give it to the element that says who is there. */
  readonly descriptionId: string
}

export interface FieldPresenceOptions {
  /** Default: the room's id. */
  readonly documentId?: string
  /** Reads the name that is spoken from what is vouched for about somebody. Keep its identity. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
}

type Visitors = readonly RegisteredUserPresence[]
const all = (visitors: Visitors): Visitors => visitors

/**
 * Who is at a field of a form, and the wiring to say that I am. `path` as forms name fields (`'items.0.title'`) or as
 * a list of steps; it lies in the document that the room is about, or in `documentId`. While I am there, whoever else
 * is or comes is told to screen readers once.
 * @throws PresenceError `missing_provider`
 */
export function useFieldPresence(
  path: string | readonly PathSegment[],
  options: FieldPresenceOptions = {},
): FieldPresenceState {
  const { describe = describePerson } = options
  const announcer = useAnnouncerOf('useFieldPresence')
  const { client } = useProvidedClient('useFieldPresence')
  const room = useRoomOf('useFieldPresence')
  const descriptionId = useId()
  const steps = typeof path === 'string' ? path.split('.') : path
  const place = useSame({ documentId: options.documentId ?? room.id, path: steps }, sameJson)

  const source = useMemo(() => createVisitorSource(client, room, place), [client, room, place])
  const reporter = useMemo(() => {
    const field = JSON.stringify([room.id, place])
    const announcement = createFieldAnnouncement(announcer, { field, visitors: source, describe })
    return createFieldReporter({ room, time: client.time, place, announcement })
  }, [announcer, room, client, place, source, describe])
  useEffect(() => reporter.onBlur, [reporter])
  const others = useStateSource<Visitors, Visitors>(source, { initial: NOBODY, select: all, isEqual: sameVisitors })
  const isBusy = others.length > 0
  const { onFocus, onBlur } = reporter
  const fieldProps = useMemo(
    () => ({ onFocus, onBlur, 'aria-describedby': isBusy ? descriptionId : undefined }),
    [onFocus, onBlur, isBusy, descriptionId],
  )
  return { others, isBusy, fieldProps, descriptionId }
}
