/** Joins the parts of the hub. Each call finds its session, or has no effect. */
import { CLOSE_CODES, isSameValue } from '@rollcall/protocol'
import { disown, expel, holdingsOf } from './access.ts'
import { disconnect, patch, state } from './entering.ts'
import { follow, unfollow } from './following.ts'
import type { Attachment, Holdings, PresenceHub, PresenceHubOptions } from './hub.ts'
import { createHubState, sessionOf, type HubState } from './hubState.ts'
import { keep } from './keptSessions.ts'
import { publishInfo, publishPerson } from './publishing.ts'
import { countOf, memberIn, membersOf, peopleOf, sessionCountOf, tableSizesOf } from './reading.ts'
import { dismiss, rollCall } from './rollCall.ts'
import { end, expireAfter, hold, listen, open, pause } from './sessionLife.ts'
import { lastContactAt, type Session } from './session.ts'
import { move, typing } from './signals.ts'
import { statusUpdate } from './statusUpdate.ts'

const NOTHING: Holdings = { seen: [], entered: [], followed: [] }

/** Makes a hub with nobody in it. */
export function createPresenceHub(options: PresenceHubOptions): PresenceHub {
  const hub = createHubState(options)
  const on =
    <Rest extends readonly unknown[]>(act: (hub: HubState, session: Session, ...rest: Rest) => void) =>
    (attachment: Attachment, ...rest: Rest): void => {
      const session = sessionOf(hub, attachment)
      if (session !== undefined) act(hub, session, ...rest)
    }
  return {
    epoch: hub.epoch,
    open: (entrance) => open(hub, entrance),
    listen: on(listen),
    pause: on(pause),
    confirm: on((_hub, session) => {
      hub.tokens.confirm(session.sessionId)
      session.exclusiveUntil = Number.NEGATIVE_INFINITY
    }),
    sent: (attachment) => markSent(hub, attachment),
    isCurrent: (attachment) => sessionOf(hub, attachment) !== undefined,
    detach: on((_hub, session, contactAt: number) =>
      hold(hub, session, { contactAt, forMs: hub.times.resumeWindowMs }),
    ),
    leave: on((_hub, session, reason: 'leave' | 'unload') => leave(hub, session, reason)),
    farewell: (resumeHash) => {
      const found = hub.tokens.find(resumeHash)
      const session = found?.isNewest === true ? hub.sessions.get(found.sessionId) : undefined
      // An older token is that of a page which has come back since.
      if (session === undefined) return
      const { recipient } = session
      leave(hub, session, 'unload')
      // A page that is not gone after all must notice, and at once: it comes back by resume within the grace.
      recipient?.close(CLOSE_CODES.stateLost, 'state_lost')
    },
    refreshInfo: on((_hub, session, info) => {
      const person = hub.people.get(session.userId)
      if (person === undefined || isSameValue(person.info, info)) return
      publishInfo(hub, person, info)
      publishPerson(hub, person)
    }),
    rollCall: on(rollCall),
    dismiss: on(dismiss),
    state: on(state),
    patch: on(patch),
    disconnect: on(disconnect),
    typing: on(typing),
    move: on(move),
    statusUpdate: on(statusUpdate),
    follow: on(follow),
    unfollow: on(unfollow),
    holdings: (attachment) => {
      const session = sessionOf(hub, attachment)
      return session === undefined ? NOTHING : holdingsOf(session)
    },
    expel: on(expel),
    disown: on(disown),
    members: (room) => membersOf(hub, room),
    member: (room, userId) => memberIn(hub, room, userId),
    count: (room) => countOf(hub, room),
    people: (userIds) => peopleOf(hub, userIds),
    keep: (presence) => keep(hub, presence),
    kick: (sessionId) => {
      const session = hub.sessions.get(sessionId)
      if (session !== undefined) revoke(hub, session)
    },
    revokeUser: (userId) => {
      for (const session of hub.people.get(userId)?.sessions ?? []) revoke(hub, session)
    },
    sessionCount: () => sessionCountOf(hub),
    tableSizes: () => tableSizesOf(hub),
    dispose: () => dispose(hub),
  }
}

/** What was told to a session that listened then; a later connection's proofs are its own. */
function markSent(hub: HubState, attachment: Attachment): () => void {
  if (sessionOf(hub, attachment)?.isListening !== true) return () => {}
  const { version } = hub
  return () => {
    const session = sessionOf(hub, attachment)
    if (session !== undefined) session.provenVersion = Math.max(session.provenVersion, version)
  }
}

/** `leave`: gone now. `unload`: a reload may bring the tab back, so it is held for a short grace. */
function leave(hub: HubState, session: Session, reason: 'leave' | 'unload'): void {
  if (reason === 'leave') return end(hub, session, 'left')
  const forMs = hub.times.unloadGraceMs
  hold(hub, session, { contactAt: lastContactAt(session), forMs })
  expireAfter(hub, session, { forMs, reason: 'closed' })
}

function revoke(hub: HubState, session: Session): void {
  const { recipient } = session
  end(hub, session, 'kicked')
  recipient?.close(CLOSE_CODES.tokenRevoked, 'token_revoked')
}

function dispose(hub: HubState): void {
  for (const session of hub.sessions.values()) {
    session.cancelExpiry?.()
    session.gate?.reset()
  }
  for (const person of hub.people.values()) {
    person.cancelPin?.()
    person.gate?.reset()
  }
  for (const room of hub.rooms.values()) {
    room.countGate?.reset()
    for (const entry of room.entries.values()) {
      entry.gate?.reset()
      for (const pointer of entry.moves?.values() ?? []) pointer.gate.reset()
    }
  }
  hub.sessions.clear()
  hub.people.clear()
  hub.rooms.clear()
  hub.kept.clear()
}
