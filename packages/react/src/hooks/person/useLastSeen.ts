'use client'
import type { Status } from '@rollcall/core'
import { useCallback, useContext, useEffect, useMemo } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { PresencePerson, RegisteredClient, RegisteredRoom } from '../../context/register.ts'
import { RoomContext } from '../../context/roomContext.ts'
import { warnOnce } from '../../context/warnOnce.ts'
import { useNow } from '../useNow.ts'
import { usePresenceSettings } from '../usePresenceSettings.ts'
import { sameJson, useSame } from '../useSame.ts'
import { type Readable, useStateSource } from '../useStateSource.ts'
import {
  lastSeenFacts,
  type LastSeenFacts,
  type LastSeenWording,
  lastSeenWords,
  type LastSeenWords,
  sameFacts,
} from './lastSeenWords.ts'
import { personSource } from './personSource.ts'

export interface LastSeenReading extends Omit<LastSeenWords, 'nextChangeAt'> {
  /** `undefined` for an instant, and for somebody nothing is known of. */
  readonly status: Status | undefined
  /** Epoch ms; `null` where unknown, or while here. */
  readonly lastSeenAt: number | null
  /** Nothing is known of the person yet, since the picture is not whole. */
  readonly isLoading: boolean
}

type Subject = string | number | { getTime(): number } | null

/**
 * When somebody was last here, in words that keep true: the component renders when the text changes, and one timer
 * serves them all. A string is a user: in a room one of its people or of those who left it lately, outside of a room
 * anybody, who is followed while mounted. A number (epoch ms) or Date is an instant. What a server renders names the
 * instant in full; it turns relative once hydrated.
 * @throws PresenceError `missing_provider`
 */
export function useLastSeen(subject: Subject, asked: LastSeenWording = {}): LastSeenReading {
  const { client } = useProvidedClient('useLastSeen')
  const room = useContext(RoomContext)?.room
  const settings = usePresenceSettings()
  const userId = typeof subject === 'string' ? subject : undefined
  const instant = subject === null || typeof subject === 'string' ? null : Number(subject)
  const wording = useSame(asked, sameJson)

  const source = useMemo(() => personSource(client, room, userId), [client, room, userId])
  const person = useStateSource<PresencePerson | undefined, LastSeenFacts>(source, {
    initial: undefined,
    select: lastSeenFacts,
    isEqual: sameFacts,
  })
  const facts = useMemo(
    () => (userId === undefined ? { status: wording.status, lastActiveAt: instant, lastSeenAt: instant } : person),
    [userId, instant, person, wording],
  )
  const known = useMemo(() => wholenessSource(client, room), [client, room])
  const mayComeYet = userId !== undefined && facts.status === undefined
  const isLoading = useStateSource<boolean, boolean>(known, {
    initial: false,
    // Who is known already does not render when the picture becomes whole.
    select: useCallback((isWhole: boolean) => mayComeYet && !isWhole, [mayComeYet]),
  })
  const read = useCallback(
    (now: number) => lastSeenWords(facts, { now, settings, statuses: client.statuses, wording }),
    [facts, settings, client, wording],
  )
  const initial = useMemo(() => {
    const absolute: LastSeenWording = { ...wording, variant: 'absolute' }
    // A server knows no present that an instant could lie ahead of.
    return {
      ...lastSeenWords(facts, { now: 0, settings, statuses: client.statuses, wording: absolute }),
      isSkewed: false,
    }
  }, [facts, settings, client, wording])
  const { text, bucket, title, dateTime, isSkewed } = useNow(client.time, read, initial)
  useEffect(() => {
    if (isSkewed)
      warnOnce(client, 'skew', `an instant lies in the future (${dateTime}); is a clock wrong, or the unit?`)
  }, [client, isSkewed, dateTime])
  const { status, lastSeenAt } = facts
  return { text, bucket, title, dateTime, isSkewed, status, lastSeenAt, isLoading }
}

/** Whether who is not known by now will not become so by waiting. Outside of a room: whether we could have asked. */
function wholenessSource(client: RegisteredClient, room: RegisteredRoom | undefined): Readable<boolean> {
  if (room !== undefined) return room.synced
  const { connection } = client
  return {
    getCurrent: () => connection.getCurrent().state === 'connected',
    subscribe: (listener) => connection.subscribe(listener),
  }
}
