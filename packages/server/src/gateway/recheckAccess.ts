/** Asks again what a client was once allowed, and ends what it is not any more (T8): after a fresh token, a resume, or on request. */
import type { ErrorFrame, PresenceError } from '@rollcall/protocol'
import { refusedFollows, refusedRoom } from './accessPolicy.ts'
import { boundedCall } from './boundedCall.ts'
import type { Client } from './client.ts'

/**
 * What is decided at once, by rights in the token or by a callback that answers at once, has ended when this returns. A callback
 * that fails decides nothing: all stays as it was, and the log says so.
 */
export function recheckAccess(client: Client): void {
  const { hub } = client.parts
  client.access.clear()
  const { seen, entered, followed } = hub.holdings(client.attachment)
  for (const room of seen)
    ask(
      client,
      () => client.access.mayOpen(client.viewer, room, 'see'),
      (isAllowed) => {
        if (isAllowed) return
        hub.dismiss(client.attachment, { type: 'dismiss', room })
        tellRefusal(client, refusedRoom(client.parts.policy, room, 'see'))
      },
    )
  for (const room of entered)
    ask(
      client,
      () => client.access.mayOpen(client.viewer, room, 'enter'),
      (isAllowed) => {
        if (isAllowed) return
        hub.expel(client.attachment, room)
        tellRefusal(client, refusedRoom(client.parts.policy, room, 'enter'))
      },
    )
  if (followed.length > 0) recheckFollows(client, followed)
}

function recheckFollows(client: Client, followed: readonly string[]): void {
  const { hub, policy, following, clock, times } = client.parts
  const without = (allowed: readonly string[], userIds: readonly string[]): readonly string[] => {
    const kept = new Set(allowed)
    return userIds.filter((userId) => !kept.has(userId))
  }
  const end = (refused: readonly string[]): void => {
    if (refused.length === 0) return
    hub.disown(client.attachment, refused)
    tellRefusal(client, refusedFollows(policy, refused))
  }
  ask(
    client,
    () => policy.followable(client.viewer, followed),
    (allowed) => {
      const refused = without(allowed, followed)
      if (refused.length === 0 || following === undefined) return end(refused)
      // Those that the application itself follows for them need no other right.
      const bounds = { clock, timeoutMs: times.callbackMs, operation: 'find out whom to follow' }
      ask(
        client,
        () => boundedCall(() => following(client.viewer), bounds),
        (named) => end(without(named, refused)),
      )
    },
  )
}

function ask<T>({ parts, attachment }: Client, question: () => T | Promise<T>, decide: (answer: T) => void): void {
  const failed = (cause: unknown): void =>
    parts.logger.log('warn', 'access not rechecked', { userId: attachment.userId, reason: String(cause) })
  try {
    const answer = question()
    if (answer instanceof Promise) void answer.then(decide).catch(failed)
    else decide(answer)
  } catch (cause) {
    failed(cause)
  }
}

function tellRefusal(client: Client, { code, message, details }: PresenceError): void {
  const frame: ErrorFrame = { type: 'error', code, message, ...(details === undefined ? {} : { details }) }
  client.send(frame)
}
