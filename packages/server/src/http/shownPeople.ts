/** People and members as HTTP answers show them: whole words, `null` for never. */
import type { PersonView } from '@rollcall/protocol'
import type { RoomMember, RoomMemberSession } from '../hub/hub.ts'

/** JSON leaves keys with `undefined` out. */
export type Shown = Readonly<Record<string, unknown>>

type ShownStatus = Pick<RoomMember, 'status' | 'statusText' | 'activity' | 'project' | 'language' | 'metadata'>

const shownStatus = ({ status, statusText, activity, project, language, metadata }: ShownStatus): Shown => ({
  status,
  statusText,
  activity,
  project,
  language,
  metadata,
})

export function shownPerson(person: PersonView, lastSeenAt: number | undefined): Shown {
  const { userId, info } = person
  return { id: userId, info, ...shownStatus(person), lastSeenAt: lastSeenAt ?? null }
}

const shownSession = ({ sessionId, status, presence, enteredAt }: RoomMemberSession): Shown => ({
  sid: sessionId,
  status,
  presence,
  enteredAt,
})

export function shownMember(member: RoomMember, lastSeenAt: number | undefined): Shown {
  const { userId, info, lastActiveAt, sessions } = member
  return {
    id: userId,
    info,
    ...shownStatus(member),
    lastActiveAt,
    lastSeenAt: lastSeenAt ?? null,
    sessions: sessions.map(shownSession),
  }
}
