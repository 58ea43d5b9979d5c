/** Text in, text out: what another program sees of the server, on a virtual clock. For the tests of this package. */
import { createTestClock, createTestRandom, type TestClock } from '@rollcall/core/testing'
import type { ChannelClose, FrameChannel } from '@rollcall/protocol'
import { createLocalServer, type LocalServer, type LocalServerOptions } from '../local/localServer.ts'

/** A frame as it stands on the wire. */
export type Wire = Readonly<Record<string, unknown>>

/** One connection, spoken to in wire text. */
export interface Party {
  readonly channel: FrameChannel
  /** Says frames as one message, and lets everything happen that follows at once. */
  say(...frames: readonly Wire[]): void
  /** Says any text at all. */
  sayText(text: string): void
  /** Everything heard since the last look. */
  heard(): readonly Wire[]
  /** The same, of one type. */
  heardOf(type: string): readonly Wire[]
  /** Messages (not frames) heard ever. */
  messages(): readonly string[]
  closed(): ChannelClose | undefined
  /** Its `welcome`. */
  readonly welcome: Wire
  readonly sid: string
  /** Breaks the connection without a goodbye. */
  drop(): void
}

export interface Conversation {
  readonly clock: TestClock
  readonly server: LocalServer
  /** A connection that has said nothing. */
  connect(): Party
  /** A connection with a session: `hello` said, `welcome` heard. */
  join(user: string, hello?: Wire): Party
  /** Ends the turn of the loop: frames arrive. */
  settle(): void
  pass(ms: number): void
}

export function converse(options: Omit<LocalServerOptions, 'clock' | 'random' | 'later'> = {}): Conversation {
  const clock = createTestClock()
  // Text takes a turn of the virtual loop, so that a test needs no promise.
  const server = createLocalServer({
    ...options,
    clock,
    random: createTestRandom(7),
    later: (deliver) => void clock.defer(deliver),
  })
  const settle = (): void => clock.runDeferred()
  const connect = (): Party => createParty(server.open(), settle)
  return {
    clock,
    server,
    connect,
    join: (user, hello = {}) => {
      const party = connect()
      party.say({ t: 'hello', v: 1, user: { id: user }, ...hello })
      if (party.sid === '') throw new Error(`no welcome but ${JSON.stringify(party.heard())}`)
      return party
    },
    settle,
    pass: (ms) => clock.advance(ms),
  }
}

function readWire(text: string): readonly Wire[] {
  const value: unknown = JSON.parse(text)
  // The server's own frames: objects, or a list of them.
  return (Array.isArray(value) ? value : [value]) as readonly Wire[]
}

/** The client end of a channel, spoken to in wire text. Answers pings. */
export function createParty(channel: FrameChannel, settle: () => void): Party {
  const messages: string[] = []
  let unheard: Wire[] = []
  let welcome: Wire = {}
  let close: ChannelClose | undefined
  const isPing = (frame: Wire): boolean => frame['t'] === 'ping'
  channel.onText((text) => {
    messages.push(text)
    for (const frame of readWire(text)) {
      if (frame['t'] === 'welcome') welcome = frame
      else if (isPing(frame)) channel.send('{"t":"pong"}')
      else unheard.push(frame)
    }
  })
  channel.onClose((ended) => {
    close = ended
  })
  const sayText = (text: string): void => {
    channel.send(text)
    settle()
  }
  const heard = (): readonly Wire[] => {
    settle()
    const frames = unheard
    unheard = []
    return frames
  }
  return {
    channel,
    sayText,
    say: (...frames) => sayText(JSON.stringify(frames.length === 1 ? frames[0] : frames)),
    heard,
    heardOf: (type) => heard().filter(({ t }) => t === type),
    messages: () => messages,
    closed: () => {
      settle()
      return close
    },
    get welcome() {
      return welcome
    },
    get sid() {
      return typeof welcome['sid'] === 'string' ? welcome['sid'] : ''
    },
    drop: () => {
      channel.close(1006)
      settle()
    },
  }
}
