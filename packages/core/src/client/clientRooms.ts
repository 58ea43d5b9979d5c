/** The rooms of a client, each given who speaks, the time, and the way to the medium. */
import { TIMES, type PresenceData } from '@rollcall/protocol'
import type { Activity } from '../environment/activity.ts'
import type { Environment } from '../environment/environment.ts'
import type { Aggregate } from '../member/aggregate.ts'
import type { TransportConnection } from '../transport/transport.ts'
import type { Speaker } from '../presence/ownFrames.ts'
import { createPartings } from '../presence/partings.ts'
import { createSeqCounter } from '../presence/seqCounter.ts'
import type { ClientLink } from './clientLink.ts'
import type { DevtoolsTrace } from './devtoolsTrace.ts'
import type { StatusRegistry } from './defineStatuses.ts'
import type { PresenceClientOptions } from './presenceClient.ts'
import { rankingOf } from './rankingOf.ts'
import { checkSchema } from './readPresence.ts'
import type { Reporters } from './reporters.ts'
import { createRoomRegistry, type RoomRegistry } from './roomRegistry.ts'
import type { SelfStore } from './selfStore.ts'
import type { ServerTime } from './serverTime.ts'

export interface ClientRoomsOptions<P, I> {
  readonly options: PresenceClientOptions<P, I>
  readonly statuses: StatusRegistry
  readonly environment: Environment
  readonly reporters: Reporters
  readonly time: ServerTime
  readonly activity: Activity
  readonly link: ClientLink
  readonly self: SelfStore
  readonly devtools: DevtoolsTrace
}

export interface ClientRooms extends RoomRegistry {
  connected(connection: TransportConnection): void
}

/** Makes the register of a client that is in no room. */
export function createClientRooms<P, I>(parts: ClientRoomsOptions<P, I>): ClientRooms {
  const { options, reporters, link, self, activity } = parts
  const ranking = rankingOf(parts.statuses)
  const { schema } = options
  const counter = createSeqCounter()
  const isInvisible = (): boolean => self.state.get().pinned?.status === 'invisible'
  const speaker = (): Speaker | undefined => {
    const who = link.identity.get()
    if (who?.sessionId === undefined) return undefined
    const { userId, info, sessionId } = who
    return { sessionId, userId, info, fields: self.published(), idleMs: Math.round(activity.idleMs()) }
  }
  const partings = createPartings({ ...link, counter, isTaken: (id) => registry.get(id) !== undefined })
  const registry = createRoomRegistry(
    (id) => ({
      schema,
      selfId: () => link.identity.get()?.userId,
      isInvisible,
      context: {
        ...link,
        room: id,
        clock: parts.environment.clock,
        random: parts.environment.random,
        ranking,
        counter,
        parting: () => partings.begin(id),
        // Its presence is the wire's, checked by the schema on the way in; P is the app's word for it.
        aggregate: options.aggregate as unknown as Aggregate<PresenceData> | undefined,
        windowMs: options.mergeWindow?.presence ?? TIMES.presenceMergeMs,
        epochNow: parts.time.now,
        speaker,
        isHidden: () => link.liveness === 'peers' && isInvisible(),
        acceptPresence:
          schema === undefined
            ? undefined
            : (presence) => {
                const problem = checkSchema(schema, presence)
                if (problem === undefined) return presence
                reporters.report(problem)
                return undefined
              },
        report: reporters.reportThrown,
        refused: reporters.report,
        trace: parts.devtools.ofRoom(id),
      },
    }),
    (core) => {
      const connection = link.connection()
      if (connection !== undefined) core.connected({ ...connection, resumed: false })
    },
  )
  return {
    ...registry,
    connected: (connection) => {
      partings.connected(connection)
      for (const core of registry.all()) core.connected(connection)
    },
  }
}
