import { decodeClientMessage, encodeServerFrame, type ClientFrame, type FrameChannel } from '@rollcall/protocol'
import type { ServerFrame, WelcomeFrame } from '@rollcall/protocol'
import type { TestChannel } from './testChannel.ts'
import type { TestNetwork } from './testNetwork.ts'

/** One connection as a server sees it. */
export interface TestServerEnd {
  readonly channel: FrameChannel
  /** For `cut` and `breakOff`. */
  readonly wire: TestChannel
  /** What the client has said, oldest first; unreadable frames are left out. */
  readonly frames: readonly ClientFrame[]
  /** How many messages they came in. */
  readonly messages: () => number
  /** Close codes heard from the client. */
  readonly closes: readonly number[]
  /** Says these as one message. */
  readonly say: (...frames: readonly ServerFrame[]) => void
}

/** The server's end of a wire, played by the test: it says what it is told to and nothing else. */
export interface TestServer {
  /** For `channel({ open: server.dial })`. */
  readonly dial: () => FrameChannel
  /** Every connection there was, oldest first. */
  readonly ends: readonly TestServerEnd[]
  /** The newest one. @throws RangeError where nobody has connected */
  readonly end: () => TestServerEnd
}

/** Makes a server that lets everybody connect, over channels of `network`. */
export function createTestServer(network: Pick<TestNetwork, 'channel'>): TestServer {
  const ends: TestServerEnd[] = []
  return {
    ends,
    end: () => {
      const last = ends.at(-1)
      if (last === undefined) throw new RangeError('unable to find the newest connection; nobody has connected')
      return last
    },
    dial: () => {
      const wire = network.channel()
      ends.push(listen(wire))
      return wire.ends[0]
    },
  }
}

function listen(wire: TestChannel): TestServerEnd {
  const channel = wire.ends[1]
  const frames: ClientFrame[] = []
  const closes: number[] = []
  let messages = 0
  channel.onText((text) => {
    messages += 1
    for (const { frame } of decodeClientMessage(text)) if (frame !== undefined) frames.push(frame)
  })
  channel.onClose(({ code }) => closes.push(code))
  const say: TestServerEnd['say'] = (...said) => channel.send(`[${said.map(encodeServerFrame).join(',')}]`)
  return { channel, wire, frames, messages: () => messages, closes, say }
}

/** A welcome to the session `session` of the user `ada`, with the default times, but for `changes`. */
export function createTestWelcome(changes: Partial<WelcomeFrame> = {}): WelcomeFrame {
  return {
    type: 'welcome',
    version: 1,
    sessionId: 'session',
    userId: 'ada',
    info: { name: 'Ada' },
    resume: 'resume-1',
    resumed: false,
    self: { status: 'online', pinned: false },
    epoch: 'epoch',
    at: 1_000,
    heartbeatMs: 15_000,
    timeoutMs: 10_000,
    windowMs: 60_000,
    limits: {},
    ...changes,
  }
}
