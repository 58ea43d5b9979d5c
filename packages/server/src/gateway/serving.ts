/** A connection after its welcome: rates, acks, errors, heartbeat, the token's life, the reader's pace. */
import { CLOSE_CODES, type ClientFrame, type Decoded, type FrameChannel } from '@rollcall/protocol'
import type { Viewer } from '../auth/authenticator.ts'
import type { Attachment } from '../hub/hub.ts'
import { admit, carryOut, reportProblems, type Answering } from './answering.ts'
import { createArrivalProof } from './arrivalProof.ts'
import { createAccessCache, type Client } from './client.ts'
import type { GatewayParts } from './gatewayParts.ts'
import { startHeartbeat, type Heartbeat } from './heartbeat.ts'
import { createRateAccount, type RateAccount } from './rateAccount.ts'
import { createRateGuard } from './rateGuard.ts'
import { recheckAccess } from './recheckAccess.ts'
import { watchReader, type SlowReader } from './slowReader.ts'
import { watchToken } from './tokenWatch.ts'

export interface Serving {
  /** A message came in: the other end lives, and has had its welcome. */
  heard(): void
  wrote(bytes: number): void
  /** Takes one frame, or what was wrong with one. Never throws; where it has to wait it says when it is done. */
  take(decoded: Decoded<ClientFrame>): void | Promise<void>
  /** Ends what the client may not see, enter or follow any more. */
  recheck(): void
  /** Ends timers and lets go of the session, last heard at `contactAt`. */
  stop(contactAt: number): void
}

export interface ServingOptions extends Answering {
  readonly parts: GatewayParts
  readonly channel: FrameChannel
  readonly attachment: Attachment
  readonly viewer: Viewer
  /** What the user may do over all connections. */
  readonly account: RateAccount
}

export function startServing(options: ServingOptions): Serving {
  const { parts, attachment, channel, account, send, close } = options
  const { hub, clock, limits } = parts
  const { heartbeat, proved } = beat(options)
  const proof = createArrivalProof({ clock, channel, mark: () => hub.sent(attachment) })
  const reader = paceReader(options)
  const { client, stopWatching } = createClient(options, proved)
  const now = (): number => clock.now()
  const guard = createRateGuard({ accounts: [createRateAccount({ limits, now }), account], limits, now })
  const report = reportProblems(options, parts)
  let isConfirmed = false

  return {
    heard: () => {
      heartbeat.heard()
      if (isConfirmed) return
      isConfirmed = true
      hub.confirm(attachment)
    },
    wrote: (bytes) => {
      heartbeat.said()
      reader.wrote(bytes)
      proof.wrote()
    },
    take: (decoded) => {
      const delayMs = admit(guard, decoded, { send, close })
      if (delayMs === undefined) return
      if (decoded.frame === undefined) return report(decoded.problem)
      if (decoded.frame.type === 'rollCall' || decoded.frame.type === 'follow') proof.expectPicture()
      return carryOut(client, decoded.frame, delayMs)
    },
    recheck: () => recheckAccess(client),
    stop: (contactAt) => {
      heartbeat.stop()
      reader.stop()
      proof.stop()
      stopWatching()
      hub.detach(attachment, contactAt)
      parts.users.remove(attachment.userId)
    },
  }
}

function beat({ parts, attachment, send, close }: ServingOptions): { heartbeat: Heartbeat; proved: () => void } {
  const { hub, clock, times } = parts
  let arrived = (): void => {}
  const heartbeat = startHeartbeat({
    clock,
    heartbeatMs: times.heartbeatMs,
    timeoutMs: times.timeoutMs,
    ping: () => {
      arrived = hub.sent(attachment)
      send({ type: 'ping', at: clock.wall() })
    },
    expire: () => close(CLOSE_CODES.heartbeatTimeout, 'heartbeat_timeout'),
  })
  const proved = (): void => {
    heartbeat.proved()
    arrived()
  }
  return { heartbeat, proved }
}

function paceReader({ parts, channel, attachment, close }: ServingOptions): SlowReader {
  const { hub, clock, limits, times } = parts
  return watchReader({
    channel,
    clock,
    limits,
    times,
    pause: () => hub.pause(attachment),
    resume: () => hub.listen(attachment),
    giveUp: () => close(CLOSE_CODES.slowConsumer, 'slow_consumer'),
  })
}

function createClient(
  { parts, attachment, viewer, send, close }: ServingOptions,
  proved: () => void,
): { readonly client: Client; readonly stopWatching: () => void } {
  const { clock, times } = parts
  let cancel = (): void => {}
  const client: Client = {
    parts,
    attachment,
    viewer,
    access: createAccessCache(parts),
    send,
    close,
    proved,
    watchToken: () => {
      cancel()
      cancel = watchToken({
        clock,
        times,
        expiresAt: client.viewer.expiresAt,
        warn: () => send({ type: 'warn', code: 'token_expiring' }),
        expire: () => close(CLOSE_CODES.tokenExpired, 'token_expired'),
      })
    },
  }
  client.watchToken()
  return { client, stopWatching: () => cancel() }
}
