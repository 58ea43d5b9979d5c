/** The only place where a client's concrete things meet: defaults, wiring, `dispose`. */
import { PresenceError, TIMES, type Info } from '@rollcall/protocol'
import { createActivity, type Activity } from '../environment/activity.ts'
import { browserEnvironment } from '../environment/browserEnvironment.ts'
import type { Environment } from '../environment/environment.ts'
import { createSharedInput, type SharedInput } from '../environment/sharedInput.ts'
import { createFollowStore } from '../follow/followStore.ts'
import type { PageLifeEvent } from '../page/pageLife.ts'
import type { Greeting, Transport } from '../transport/transport.ts'
import { createClientLink } from './clientLink.ts'
import { createClientFace } from './clientFace.ts'
import type { ClientParts } from './clientParts.ts'
import { createConnectionSource } from './connectionSource.ts'
import { createDevtoolsTrace } from './devtoolsTrace.ts'
import { defineStatuses } from './defineStatuses.ts'
import { disposedError } from './disposal.ts'
import { createIncomingFrames } from './incomingFrames.ts'
import type { PresenceClient, PresenceClientOptions } from './presenceClient.ts'
import { readRooms } from './readRooms.ts'
import { createOpenCalls } from './openCalls.ts'
import { createReporters, type Reporters } from './reporters.ts'
import { createClientRooms } from './clientRooms.ts'
import { createSelfStore } from './selfStore.ts'
import { shareStatus } from './shareStatus.ts'
import { createServerTime } from './serverTime.ts'

/**
 * Makes a client. It connects at once, and keeps itself connected until `dispose`.
 * @throws PresenceError `unsupported` without `user` over a medium that vouches for nobody
 */
export function createPresenceClient<P = Info, I = Info>(options: PresenceClientOptions<P, I>): PresenceClient<P, I> {
  const environment = options.environment ?? browserEnvironment()
  const { clock } = environment
  const reporters = createReporters(clock, options.logger)
  const time = createServerTime(clock)
  const statuses = options.statuses ?? defineStatuses()
  const awayAfterMs = options.awayAfter === undefined ? TIMES.awayAfterMs : options.awayAfter
  // Nobody presses a key before the link stands.
  const shared = awayAfterMs === null ? undefined : shareInput(environment, () => link.identity.get()?.userId)
  const activity = createActivity({ ...environment, awayAfterMs, shared })
  // Made before the store it asks: a factory connects one macrotask later at the earliest.
  let greet = (): Omit<Greeting, 'user'> => ({ changes: {} })
  // The app's word for what it vouches for; the wire's own type is any record.
  const user = options.user === undefined ? undefined : { id: options.user.id, info: options.user.info as Info }
  const transport = openTransport(options.transport, environment, reporters, () => ({
    ...(user === undefined ? {} : { user }),
    ...greet(),
  }))
  if (transport.liveness === 'peers' && user === undefined) throw missingUser(transport, activity)

  const devtools = createDevtoolsTrace({
    wanted: options.devtools,
    environment,
    // Asked at the end of a turn at the earliest: all of these stand by then.
    read: () => ({ connection: connection.source.getCurrent(), self: self.state.get(), rooms: readRooms(rooms) }),
    report: reporters.reportThrown,
  })
  const told = { report: reporters.reportThrown, trace: devtools.client }
  const link = createClientLink({ ...told, transport, user })
  const base = { environment, reporters, time, activity, link }
  const self = createSelfStore({
    ...link,
    ...told,
    clock,
    windowMs: options.mergeWindow?.status ?? TIMES.statusMergeMs,
    epochNow: time.now,
    idleMs: activity.idleMs,
    publish: () => {
      for (const room of rooms.all()) room.refresh()
    },
    chosen: () => choices?.tell(),
    refused: reporters.report,
  })
  const choices = shareStatus(environment, link, self)
  greet = self.greeting
  const rooms = createClientRooms({ ...base, options, statuses, self, devtools })
  const follow = createFollowStore({ ...link, clock, report: reporters.reportThrown, refused: reporters.report })
  const calls = createOpenCalls(() => connection.recount())
  const parts: ClientParts = { ...base, self, rooms, follow, calls }
  const connection = createConnectionSource({ ...told, status$: transport.status$, environment, queued: calls.count })
  const stopHearing = hear(parts)
  let isDisposed = false
  return createClientFace<P, I>(parts, {
    statuses,
    connection: connection.source,
    isDisposed: () => isDisposed,
    retry: () => transport.retry?.(),
    dispose: () => {
      if (isDisposed) return
      isDisposed = true
      const error = disposedError('use the client')
      rooms.dispose(error)
      follow.dispose()
      self.dispose(error)
      stopHearing()
      transport.dispose()
      connection.stop()
      activity.dispose()
      choices?.dispose()
      devtools.dispose()
    },
  })
}

function shareInput(
  { clock, pageLife$, openTabChannel }: Environment,
  person: () => string | undefined,
): SharedInput | undefined {
  return openTabChannel === undefined ? undefined : createSharedInput({ clock, pageLife$, openTabChannel, person })
}

function openTransport(
  given: PresenceClientOptions<unknown, unknown>['transport'],
  environment: Environment,
  reporters: Reporters,
  greeting: () => Greeting,
): Transport {
  if (typeof given !== 'function') return given
  const { clock, random, pageLife$, locks } = environment
  return given({
    clock,
    random,
    pageLife$,
    isOnline: () => environment.isOnline(),
    ...(locks === undefined ? {} : { locks }),
    greeting,
    report: reporters.report,
  })
}

function missingUser(transport: Transport, activity: Activity): PresenceError {
  transport.dispose()
  activity.dispose()
  return new PresenceError('unsupported', 'unable to create a client; this transport vouches for nobody', {
    hint: 'Say who is at this page: createPresenceClient({ user: { id, info } }).',
  })
}

/** Joins the medium, the page and activity with the parts; returns the end of it. Our own status comes before the rooms that say it. */
function hear({ environment, reporters, time, activity, link, self, rooms, follow }: ClientParts): () => void {
  const frames = createIncomingFrames({
    requests: link.requests,
    toRoom: (frame) => rooms.get(frame.room)?.receive(frame),
    toPeople: follow.receive,
    toSelf: self.told,
    toDismissed: (room, error) => rooms.get(room)?.dismissed(error),
    report: reporters.report,
  })
  link.start({
    connected: (connection) => {
      if (connection.serverTime !== undefined) time.correct(connection.serverTime)
      self.connected(connection)
      follow.connected(connection)
      rooms.connected(connection)
    },
    disconnected: () => {
      for (const room of rooms.all()) room.disconnected()
    },
    received: frames.receive,
    settled: () => {
      for (const room of rooms.all()) room.flush()
      follow.flush()
    },
  })
  const statuses = activity.status$.subscribe(self.setAutomatic)
  const page = environment.pageLife$.subscribe(({ type }) => {
    if (AWAKENINGS.has(type)) for (const room of rooms.all()) room.wake()
  })
  return () => {
    statuses.unsubscribe()
    page.unsubscribe()
    link.stop()
  }
}

/** After these others may have begun to doubt that we live. */
const AWAKENINGS: ReadonlySet<PageLifeEvent['type']> = new Set(['visible', 'show', 'resume', 'online'])
