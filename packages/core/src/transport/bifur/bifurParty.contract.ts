/** One transport to a double of Bifur's wire, with a clock that stands still unless told. */
import { isSameValue, type PresenceError, type StateFrame } from '@rollcall/protocol'
import { filter, firstValueFrom } from 'rxjs'
import {
  createTestClock,
  createTestEnvironment,
  createTestRandom,
  createTestTransportContext,
  type TestClock,
  type TestEnvironment,
} from '../../testing/index.ts'
import type { IncomingFrame, Transport, TransportConnection, TransportContext, TransportStatus } from '../transport.ts'
import { createBifurTransport, type BifurOptions } from './bifurTransport.ts'
import type { BifurSocket } from './bifurTopic.contract.ts'
import type { BifurWire } from './bifurWire.contract.ts'

export interface BifurParty {
  readonly transport: Transport
  readonly clock: TestClock
  readonly environment: TestEnvironment
  readonly reported: readonly PresenceError[]
  readonly connections: readonly TransportConnection[]
  readonly frames: readonly IncomingFrame[]
  readonly statuses: readonly TransportStatus[]
  /** The server's end of its first socket. */
  readonly socket: BifurSocket
  /** Resolves once the transport is connected. */
  connected(): Promise<TransportConnection>
  /** Resolves once all that the server has said on the socket so far (default: the first) is read. */
  hasRead(socket?: BifurSocket): Promise<void>
  /** Resolves with the first status, from the present one on, that has these fields. */
  reaches(wanted: Partial<TransportStatus>): Promise<TransportStatus>
  state(seq: number, presence?: StateFrame['presence']): StateFrame
}

/** Opens a transport and waits for its socket. */
export async function arriveAt(wire: BifurWire, options: Partial<BifurOptions> = {}): Promise<BifurParty> {
  const clock = createTestClock()
  const environment = createTestEnvironment({ clock, random: createTestRandom(wire.sockets.length + 1) })
  const reported: PresenceError[] = []
  let markRead: (() => void) | undefined
  const context: TransportContext = {
    ...createTestTransportContext(environment),
    report: (error) => {
      if (markRead === undefined || !error.message.endsWith('; not JSON')) reported.push(error)
      else markRead()
    },
  }
  const transport = createBifurTransport({ url: wire.url, ...options })(context)
  const connections: TransportConnection[] = []
  const frames: IncomingFrame[] = []
  const statuses: TransportStatus[] = []
  transport.connections$.subscribe((connection) => connections.push(connection))
  transport.incoming$.subscribe((frame) => frames.push(frame))
  transport.status$.subscribe((status) => statuses.push(status))
  clock.runDeferred()
  const socket = await wire.take()
  return {
    transport,
    clock,
    environment,
    reported,
    connections,
    frames,
    statuses,
    socket,
    connected: () => firstValueFrom(transport.connections$),
    hasRead: (from = socket) =>
      new Promise((resolve) => {
        markRead = () => {
          markRead = undefined
          resolve()
        }
        // A socket keeps order: when the client complains of this, it has read what came before.
        from.say('end')
      }),
    reaches: (wanted) =>
      firstValueFrom(transport.status$.pipe(filter((status) => isSameValue({ ...status, ...wanted }, status)))),
    state: (seq, presence = {}) => ({
      type: 'state',
      room: 'room',
      sessionId: connections.at(-1)?.sessionId ?? 'none',
      userId: 'claimed',
      seq,
      status: 'busy',
      info: { name: 'Ada' },
      presence,
      idleMs: 5,
      enteredAt: 1,
      ageMs: 7,
    }),
  }
}

/** The same, and waits until frames flow. */
export async function connectTo(wire: BifurWire, options: Partial<BifurOptions> = {}): Promise<BifurParty> {
  const party = await arriveAt(wire, options)
  await party.connected()
  party.clock.runDeferred()
  return party
}
