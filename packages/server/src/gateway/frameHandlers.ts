/** Which frame does what. A handler that returns is acked; one that throws a PresenceError is answered with it. */
import { CLOSE_CODES, PresenceError, type AuthRequest, type ClientFrame, type FollowRequest } from '@rollcall/protocol'
import { safeInfo } from '../auth/safeInfo.ts'
import type { Pace } from '../hub/hub.ts'
import { refusedFollows, refusedRoom } from './accessPolicy.ts'
import { boundedCall } from './boundedCall.ts'
import type { Client } from './client.ts'
import type { RoomAction } from './gatewayOptions.ts'
import { recheckAccess } from './recheckAccess.ts'
import { safeStatus } from './safeStatus.ts'

type Outcome = void | Promise<void>
type Handle<F extends ClientFrame> = (client: Client, frame: F, pace: Pace) => Outcome
type FrameHandlers = { readonly [T in ClientFrame['type']]: Handle<Extract<ClientFrame, { type: T }>> }

const frameHandlers: FrameHandlers = {
  hello: () => {
    throw new PresenceError('bad_frame', 'unable to greet; hello was said already')
  },
  auth: (client, frame) => renewToken(client, frame),
  bye: ({ parts, attachment, close }, { reason }) => {
    parts.hub.leave(attachment, reason)
    close(CLOSE_CODES.normal, 'bye')
  },
  ping: ({ send }) => send({ type: 'pong' }),
  pong: (client) => client.proved(),
  rollCall: (client, frame) =>
    whereAllowed(client, [frame.room, 'see'], () => client.parts.hub.rollCall(client.attachment, frame)),
  dismiss: ({ parts, attachment }, frame) => parts.hub.dismiss(attachment, frame),
  state: (client, frame, pace) =>
    whereAllowed(client, [frame.room, 'enter'], () => client.parts.hub.state(client.attachment, frame, pace)),
  patch: ({ parts, attachment }, frame, pace) => parts.hub.patch(attachment, frame, pace),
  disconnect: ({ parts, attachment }, frame) => parts.hub.disconnect(attachment, frame),
  typing: ({ parts, attachment }, frame) => parts.hub.typing(attachment, frame),
  move: ({ parts, attachment }, frame, pace) => parts.hub.move(attachment, frame, pace),
  statusUpdate: ({ parts, attachment }, frame, pace) =>
    parts.hub.statusUpdate(attachment, { ...frame, changes: safeStatus(frame.changes) }, pace),
  follow: (client, frame) => follow(client, frame),
  unfollow: ({ parts, attachment }, { userIds }) => parts.hub.unfollow(attachment, userIds),
}

/** Carries out one frame. */
export function handleFrame(client: Client, frame: ClientFrame, pace: Pace): Outcome {
  // The table's key is the frame's own type, which the compiler cannot follow through a union.
  const handle = frameHandlers[frame.type] as Handle<ClientFrame>
  return handle(client, frame, pace)
}

function whereAllowed(client: Client, [room, action]: readonly [string, RoomAction], act: () => void): Outcome {
  const decide = (isAllowed: boolean): void => {
    if (!isAllowed) throw refusedRoom(client.parts.policy, room, action)
    act()
  }
  const answer = client.access.mayOpen(client.viewer, room, action)
  return typeof answer === 'boolean' ? decide(answer) : answer.then(decide)
}

function follow(client: Client, { userIds }: FollowRequest): Outcome {
  const { hub, limits, policy } = client.parts
  if (userIds.length > limits.followIdsPerFrame)
    throw new PresenceError('limit_exceeded', `unable to follow; at most ${limits.followIdsPerFrame} ids a frame`)
  const decide = (allowed: readonly string[]): void => {
    // Only what was asked for: a callback that answers more widens nothing.
    const permitted = new Set(allowed)
    const refused = userIds.filter((userId) => !permitted.has(userId))
    hub.follow(
      client.attachment,
      userIds.filter((userId) => permitted.has(userId)),
    )
    if (refused.length > 0) throw refusedFollows(policy, [...new Set(refused)])
  }
  const answer = policy.followable(client.viewer, userIds)
  return answer instanceof Promise ? answer.then(decide) : decide(answer)
}

async function renewToken(client: Client, { token }: AuthRequest): Promise<void> {
  const { authenticator, clock, times, hub } = client.parts
  const viewer = await boundedCall(() => authenticator.authenticate({ token }), {
    clock,
    timeoutMs: times.callbackMs,
    operation: 'authenticate',
  })
  if (viewer.userId !== client.attachment.userId)
    throw new PresenceError('unauthenticated', 'unable to authenticate; the token is of another user')
  client.viewer = viewer
  client.watchToken()
  hub.refreshInfo(client.attachment, safeInfo(viewer.info))
  // The new token may say less than the one before it.
  recheckAccess(client)
}
