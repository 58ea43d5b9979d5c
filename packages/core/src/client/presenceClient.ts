/** What an app holds: one client a page. */
import type { Info, Metadata, PresenceError, Status } from '@rollcall/protocol'
import type { DevtoolsConnection } from '../environment/devtools.ts'
import type { DisplayTime } from '../environment/displayTime.ts'
import type { Environment } from '../environment/environment.ts'
import type { Aggregate } from '../member/aggregate.ts'
import type { Person } from '../member/person.ts'
import type { SelfPerson } from '../member/selfPerson.ts'
import type { StateSource } from '../store/stateSource.ts'
import type { Transport, TransportFactory, TransportStatus } from '../transport/transport.ts'
import type { Room, RoomOptions } from './room.ts'
import type { StandardSchema } from './standardSchema.ts'
import type { StatusRegistry } from './defineStatuses.ts'

export interface Connection extends Omit<TransportStatus, 'error'> {
  /** What the device says of its network, kept apart from the socket. */
  readonly device: 'online' | 'offline'
  /**
   * Calls that wait for a connection: `enter`, `update`, `leave`, `setStatus` and `setActivity` whose promises pend.
   * Absent while connected, and where none waits.
   */
  readonly queued?: number
  /** The error that ended the last connection, where there was one. */
  readonly error?: PresenceError
}

export interface PresenceClientOptions<P, I> {
  readonly transport: Transport | TransportFactory
  /** Optional with a server: what its token vouches for wins. */
  readonly user?: { readonly id: string; readonly info: I }
  /** Ms without input until `away`; `null` = never. Default 300,000. */
  readonly awayAfter?: number | null
  /** Ms; defaults 2,000 and 100. */
  readonly mergeWindow?: { readonly status?: number; readonly presence?: number }
  readonly statuses?: StatusRegistry
  /** How a person's sessions in a room become what is shown of the person. Default: by the ranks of `statuses`. */
  readonly aggregate?: Aggregate<P>
  /** Checks presence on the way in and out. */
  readonly schema?: StandardSchema<P>
  /** Default: the browser's, inert where there is none. */
  readonly environment?: Environment
  /** Told of what went wrong and was survived. Default: nobody. */
  readonly logger?: (error: PresenceError) => void
  /**
   * Names each change of state to Redux DevTools: `true` finds the extension in this page, or hand in what its
   * `connect()` gave. Default: off. Each turn with changes costs a reading of everything: for development.
   */
  readonly devtools?: boolean | DevtoolsConnection
}

/** Time as the server has it, for "last seen". */
export interface ClientTime {
  /** Epoch ms by the server's clock, as well as we know it. */
  now(): number
  setTimer(delayMs: number, task: () => void): () => void
}

export interface ActivityChanges {
  readonly activity?: string | null
  readonly project?: string | null
  readonly language?: string | null
  readonly metadata?: Metadata | null
}

/** People by id, wherever they are. `dispose` stops following those that nobody else wants. */
export interface Following<I> extends StateSource<ReadonlyMap<string, Person<I>>> {
  dispose(): void
}

export interface PresenceClient<P = Info, I = Info> {
  /** Reference-counted per id: the same room for the same id, until each handle is disposed of. */
  room(id: string, options?: RoomOptions<P>): Room<P, I>
  /** @throws PresenceError `unsupported` over a medium without a server */
  follow(userIds: readonly string[]): Following<I>
  user(userId: string): StateSource<Person<I> | undefined>
  /** Ids I follow, the server's own list included. */
  readonly following: StateSource<readonly string[]>
  /** My true status, also when invisible, whether I chose it, and until when. */
  readonly self: StateSource<SelfPerson<I>>
  readonly connection: StateSource<Connection>
  readonly statuses: StatusRegistry
  readonly time: ClientTime
  /** Pictures of the page's screen, for what moves: hand-made motion takes its time from here. */
  readonly display: DisplayTime
  /** `'auto'` gives the choice back to activity. `expiresAt`: epoch ms. */
  setStatus(status: Status, options?: { readonly text?: string; readonly expiresAt?: number }): Promise<void>
  setActivity(changes: ActivityChanges): Promise<void>
  /** Try to connect again now. */
  retry(): void
  /** Leaves every room and ends for good. Idempotent. */
  dispose(): void
}
