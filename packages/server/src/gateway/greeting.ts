/** `hello` → `welcome`: who it is, whether their session still stands, and what they should know. */
import {
  PROTOCOL_VERSION,
  PresenceError,
  RESUME_TOKEN_BYTES,
  createId,
  type HelloRequest,
  type WelcomeFrame,
} from '@rollcall/protocol'
import type { RequestFacts, Viewer } from '../auth/authenticator.ts'
import { safeInfo } from '../auth/safeInfo.ts'
import type { Recipient } from '../hub/delivery.ts'
import type { Attachment } from '../hub/hub.ts'
import { boundedCall } from './boundedCall.ts'
import type { GatewayParts } from './gatewayParts.ts'
import { safeStatus } from './safeStatus.ts'

/**
 * Who says hello.
 * @throws PresenceError `unsupported_version`, or what the authenticator says
 */
export function identify(parts: GatewayParts, hello: HelloRequest, request?: RequestFacts): Viewer | Promise<Viewer> {
  if (hello.version !== PROTOCOL_VERSION)
    throw new PresenceError('unsupported_version', `unable to greet; this server speaks version ${PROTOCOL_VERSION}`)
  const { token, user } = hello
  const credentials = {
    ...(token === undefined ? {} : { token }),
    ...(user === undefined ? {} : { user }),
    ...(request === undefined ? {} : { request }),
  }
  return boundedCall(() => parts.authenticator.authenticate(credentials), {
    clock: parts.clock,
    timeoutMs: parts.times.callbackMs,
    operation: 'authenticate',
  })
}

export interface Greeting {
  readonly viewer: Viewer
  readonly hello: HelloRequest
  readonly recipient: Recipient
}

/** Opens the session. Nothing is delivered to it before `listen`, which comes after the welcome. */
export function openSession(
  parts: GatewayParts,
  { viewer, hello, recipient }: Greeting,
): { readonly attachment: Attachment; readonly welcome: WelcomeFrame } {
  const { hub, random, hash, clock, times, limits } = parts
  const resume = createId(random, RESUME_TOKEN_BYTES)
  const info = safeInfo(viewer.info)
  const opened = hub.open({
    userId: viewer.userId,
    info,
    recipient,
    ...(hello.resume === undefined ? {} : { resumeHash: hash(hello.resume) }),
    nextResumeHash: hash(resume),
    status: { ...hello, changes: safeStatus(hello.changes) },
  })
  const welcome: WelcomeFrame = {
    type: 'welcome',
    version: PROTOCOL_VERSION,
    sessionId: opened.attachment.sessionId,
    userId: viewer.userId,
    info,
    resume,
    resumed: opened.resumed,
    self: opened.self,
    epoch: hub.epoch,
    at: clock.wall(),
    heartbeatMs: times.heartbeatMs,
    timeoutMs: times.timeoutMs,
    windowMs: times.resumeWindowMs,
    limits: {
      messageBytes: limits.clientMessageBytes,
      dataBytes: limits.userDataBytes,
      batchFrames: limits.batchFrames,
      rooms: limits.roomsPerSession,
      follows: limits.followsPerSession,
      followIds: limits.followIdsPerFrame,
    },
  }
  return { attachment: opened.attachment, welcome }
}

/** Follows for a fresh session those whom the application names. A failing callback costs nothing but that. */
export async function followAtLogin(parts: GatewayParts, viewer: Viewer, attachment: Attachment): Promise<void> {
  const { following, hub, clock, times, limits, logger } = parts
  if (following === undefined) return
  try {
    const userIds = await boundedCall(() => following(viewer), {
      clock,
      timeoutMs: times.callbackMs,
      operation: 'find out whom to follow',
    })
    hub.follow(attachment, userIds.slice(0, limits.followsPerSession))
  } catch (error) {
    logger.log('warn', 'following at login failed', { userId: viewer.userId, reason: String(error) })
  }
}
