/** A client of the channel transport and the server it talks to, played by the test. */
import type { FrameChannel, PresenceError, WelcomeFrame } from '@rollcall/protocol'
import { channel, type ChannelOptions } from '../transport/channelTransport.ts'
import type {
  Greeting,
  IncomingFrame,
  Transport,
  TransportConnection,
  TransportStatus,
} from '../transport/transport.ts'
import type { TestClock } from './testClock.ts'
import { createTestEnvironment, type TestEnvironment } from './testEnvironment.ts'
import { createTestNetwork } from './testNetwork.ts'
import { createTestServer, createTestWelcome, type TestServerEnd } from './testServer.ts'
import { createTestTransportContext } from './testTransportContext.ts'

/** Ms that each text takes. */
export const CHANNEL_LATENCY_MS = 20

/** All that the transport told, and the hands of everybody around it. */
export interface ChannelScenario {
  readonly clock: TestClock
  readonly environment: TestEnvironment
  readonly transport: Transport
  /** The server's ends, oldest first. */
  readonly ends: readonly TestServerEnd[]
  /** The newest. */
  readonly end: () => TestServerEnd
  readonly statuses: readonly TransportStatus[]
  /** The newest. */
  readonly status: () => TransportStatus | undefined
  readonly connections: readonly TransportConnection[]
  readonly incoming: readonly IncomingFrame[]
  readonly reported: readonly PresenceError[]
  /** Lets `hello` arrive, says the welcome, and lets that arrive. */
  readonly connect: (frame?: WelcomeFrame) => TestServerEnd
}

export interface ChannelScenarioOptions {
  readonly token?: ChannelOptions['token']
  readonly greeting?: Greeting
  readonly open?: (dial: () => FrameChannel) => ReturnType<ChannelOptions['open']>
}

/** Makes it; nothing has happened yet. */
export function createChannelScenario(options: ChannelScenarioOptions = {}): ChannelScenario {
  const { token, greeting, open = (dial) => dial() } = options
  const network = createTestNetwork({ latency: CHANNEL_LATENCY_MS })
  const { clock } = network
  const environment = createTestEnvironment({ clock })
  const context = createTestTransportContext(environment, greeting)
  const { dial, end, ends } = createTestServer(network)
  const transport = channel({ open: () => open(dial), ...(token === undefined ? {} : { token }) })(context)
  const statuses: TransportStatus[] = []
  const connections: TransportConnection[] = []
  const incoming: IncomingFrame[] = []
  transport.status$.subscribe((status) => statuses.push(status))
  transport.connections$.subscribe((connection) => connections.push(connection))
  transport.incoming$.subscribe((frame) => incoming.push(frame))
  const connect = (frame: WelcomeFrame = createTestWelcome()): TestServerEnd => {
    clock.advance(CHANNEL_LATENCY_MS)
    end().say(frame)
    clock.advance(CHANNEL_LATENCY_MS)
    return end()
  }
  const { reported } = context
  const status = (): TransportStatus | undefined => statuses.at(-1)
  return { clock, environment, transport, ends, end, statuses, status, connections, incoming, reported, connect }
}
