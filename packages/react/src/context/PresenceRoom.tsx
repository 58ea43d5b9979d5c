'use client'
import { useEffect, useState, type ReactElement, type ReactNode } from 'react'
import { useAnnouncerOf } from './announcerContext.ts'
import { announcePeople } from './announcePeople.ts'
import { useProvidedClient } from './clientContext.ts'
import { createRoomFace } from './createRoomFace.ts'
import type { PresenceMember, RegisteredPresence } from './register.ts'
import { RoomContext } from './roomContext.ts'
import { watchForMistakes } from './watchForMistakes.ts'

export interface PresenceRoomProps {
  readonly id: string
  /** What this session says of itself on entering. Read when `id` changes, not later: then `useUpdateMyPresence` speaks. */
  readonly initialPresence?: RegisteredPresence
  /**
   * Who was in the room when a server rendered the page: shown by it, while hydrating, and until the first picture of
   * the room. Plain JSON, as `server.room(id).members()` gives it. Read when `id` changes.
   */
  readonly initialMembers?: readonly PresenceMember[] | undefined
  /** `true` (default) enters while mounted; `false` only looks. */
  readonly visible?: boolean
  /** `false`: do not see the room. `'count'`: only how many. Default `true`. */
  readonly subscribe?: boolean | 'count'
  readonly children?: ReactNode
}

/**
 * Being in a room for as long as this is mounted. Mounting twice in a row (StrictMode, a changed key, a route that
 * renders the same room) puts nothing extra on the wire: leaving waits one turn of the loop (INV-48).
 * @throws PresenceError `missing_provider`
 */
export function PresenceRoom(props: PresenceRoomProps): ReactElement {
  const { id, initialPresence, initialMembers, visible = true, subscribe = true, children } = props
  const { client } = useProvidedClient('<PresenceRoom>')
  const [kept, setKept] = useState(() => ({
    client,
    id,
    face: createRoomFace(client, id, { initialPresence, initialMembers }),
  }))
  let { face } = kept
  if (kept.client !== client || kept.id !== id) {
    // Not a memo: what is remembered here may not be forgotten, and `initialPresence` may be a new object each time.
    face = createRoomFace(client, id, { initialPresence, initialMembers })
    setKept({ client, id, face })
  }
  useEffect(() => face.open({ visible, subscribe }), [face, visible, subscribe])
  const announcer = useAnnouncerOf('<PresenceRoom>')
  // Who only counts does not see anybody come.
  const seesPeople = subscribe === true
  useEffect(
    () => (seesPeople ? announcePeople(announcer, client, face.provided.room) : undefined),
    [announcer, client, face, seesPeople],
  )
  useEffect(() => watchForMistakes(client, face.provided.room), [client, face])
  return <RoomContext.Provider value={face.provided}>{children}</RoomContext.Provider>
}
