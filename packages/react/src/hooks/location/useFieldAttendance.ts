'use client'
import type { PathSegment } from '@rollcall/core'
import { useId, useMemo, useState } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { NOBODY } from '../../context/emptyRoom.ts'
import type { RegisteredUserPresence } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import { sameJson, useSame } from '../useSame.ts'
import { type Readable, useStateSource } from '../useStateSource.ts'
import type { FieldRules } from './fieldLock.ts'
import { fieldPath } from './fieldPath.ts'
import { createFieldReporter, type FieldReporter } from './fieldReporter.ts'
import { createVisitorSource, sameVisitors } from './fieldVisitors.ts'
import { createFieldWatch, type FieldWatch } from './fieldWatch.ts'

type Visitors = readonly RegisteredUserPresence[]
const all = (visitors: Visitors): Visitors => visitors

/** A field with everybody at it, and the parts that notice that I am. */
export interface FieldAttendance {
  /** A name that no other field has. */
  readonly field: string
  readonly others: Visitors
  readonly visitors: Readable<Visitors>
  readonly watch: FieldWatch
  readonly reporter: FieldReporter
  readonly descriptionId: string
}

export interface FieldAttendanceOptions extends FieldRules {
  readonly documentId: string | undefined
}

/**
 * Begins nothing: `useAttending` does. Who does nothing for `idleAfter` has left; where the field is locked they keep it
 * for `releaseAfter` more, so that it is theirs to lose.
 * @throws PresenceError `missing_provider`
 */
export function useFieldAttendance(
  path: string | readonly PathSegment[],
  { documentId, mode, idleAfter, releaseAfter }: FieldAttendanceOptions,
): FieldAttendance {
  const { client } = useProvidedClient('useFieldPresence')
  const room = useRoomOf('useFieldPresence')
  const descriptionId = useId()
  const place = useSame({ documentId: documentId ?? room.id, path: fieldPath(path) }, sameJson)
  const stayMs = mode === 'inform' ? idleAfter : idleAfter + releaseAfter

  const visitors = useMemo(() => createVisitorSource(client, room, place), [client, room, place])
  // Stays when the field is renamed under the focus, as rows of a list are that are moved.
  const [watch] = useState(createFieldWatch)
  const reporter = useMemo(
    () => createFieldReporter({ room, time: client.time, place, idleMs: idleAfter, stayMs }),
    [room, client, place, idleAfter, stayMs],
  )
  const others = useStateSource<Visitors, Visitors>(visitors, { initial: NOBODY, select: all, isEqual: sameVisitors })
  const field = useMemo(() => JSON.stringify([room.id, place]), [room, place])
  return { field, others, visitors, watch, reporter, descriptionId }
}
