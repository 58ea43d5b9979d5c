/** Presence without a connection: entered by the server itself, or by a caller of the HTTP route. */
import { PresenceError } from '@rollcall/protocol'
import { state } from './entering.ts'
import type { KeptPresence, KeptSession } from './hub.ts'
import { personOf, type HubState } from './hubState.ts'
import type { Session } from './session.ts'
import { end, expireAfter, join, welcomeIn } from './sessionLife.ts'
import { statusUpdate } from './statusUpdate.ts'

/** Enters, or renews what the same key holds already. */
export function keep(hub: HubState, presence: KeptPresence): KeptSession {
  const { userId, room, ttlMs } = presence
  const key = JSON.stringify([userId, presence.key])
  const session = renewed(hub, presence, hub.kept.get(key)) ?? created(hub, presence, key)
  hub.kept.set(key, session)
  session.contactAt = hub.clock.wall()
  session.activeAt = hub.clock.now()
  if (room !== undefined && (presence.presence !== undefined || !session.entered.has(room)))
    state(hub, session, {
      type: 'state',
      room,
      seq: (session.counters.get(room)?.client ?? 0) + 1,
      presence: presence.presence ?? {},
    })
  // No further hold: who does not renew is gone, for the reason `timeout`.
  if (ttlMs !== undefined) expireAfter(hub, session, { forMs: ttlMs, reason: 'timeout' })
  return {
    sessionId: session.sessionId,
    leave: () => {
      session.contactAt = hub.clock.wall()
      end(hub, session, 'left')
    },
  }
}

function renewed(hub: HubState, { changes }: KeptPresence, session: Session | undefined): Session | undefined {
  if (session === undefined) return undefined
  if (changes !== undefined) statusUpdate(hub, session, { changes })
  return session
}

function created(hub: HubState, { userId, info, changes }: KeptPresence, key: string): Session {
  if (userId === '') throw new PresenceError('bad_frame', 'unable to enter; a user id has at least one character')
  const person = personOf(hub, userId)
  // Somebody who is here by a token of their own is vouched for by that one.
  if (person.sessions.size === 0) person.info = info
  const session = join(hub, person, key)
  session.contactAt = hub.clock.wall()
  welcomeIn(hub, person, session, { changes: changes ?? {} })
  return session
}
