/**
 * What every transport owes to the client above it, as cases that run in any test runner: each
 * `run` resolves, or rejects with what was wrong.
 */
import type { PresenceError } from '@rollcall/protocol'
import type {
  IncomingFrame,
  OutgoingFrame,
  Transport,
  TransportConnection,
  TransportStatus,
} from '../transport/transport.ts'

/** One medium with one transport on it, and what lies at the other side of it. */
export interface TransportBench {
  readonly transport: Transport
  /** What the transport reported. */
  readonly reported: readonly PresenceError[]
  /** Some turns of the loop, or some virtual time: called until what is waited for has come. */
  settle(): void | Promise<void>
  /** What the other side has heard from the transport, oldest first. */
  heardThere(): readonly { readonly type: string; readonly room?: string }[]
  /** Text from the other side. */
  sayThere(text: string): void
  /** Loses the link and brings it back; absent where the medium has no link to lose. */
  breakLink?(): void
  /** Timers that still wait, where the clock can tell. */
  pendingTimers?(): number
  dispose(): void
}

export interface TransportSubject {
  /** A fresh medium; its transport has just been made. */
  open(): TransportBench
  /** Something to say in `room`. */
  frame(room: string, sessionId: string): OutgoingFrame
  /** Something the other side may say in `room`, as text of the wire. */
  textThere(room: string): string
  /** What the other side hears when the transport ends: the type of the frame. */
  readonly goodbye: 'bye' | 'disconnect'
}

export interface ContractCase {
  readonly title: string
  run(): Promise<void>
}

/** How often `settle` is called before something counts as not coming. */
const PATIENCE = 200

interface Watched extends TransportBench {
  readonly statuses: readonly TransportStatus[]
  readonly connections: readonly TransportConnection[]
  readonly incoming: readonly IncomingFrame[]
  readonly completed: readonly string[]
  /** @throws Error where it does not come */
  until(what: string, isThere: () => boolean): Promise<void>
  connected(): Promise<TransportConnection>
}

function check(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`the transport breaks its contract; ${what}`)
}

function watch(bench: TransportBench): Watched {
  const statuses: TransportStatus[] = []
  const connections: TransportConnection[] = []
  const incoming: IncomingFrame[] = []
  const completed: string[] = []
  const { transport } = bench
  transport.status$.subscribe({ next: (status) => statuses.push(status), complete: () => completed.push('status$') })
  transport.connections$.subscribe({
    next: (connection) => connections.push(connection),
    complete: () => completed.push('connections$'),
  })
  transport.incoming$.subscribe({ next: (frame) => incoming.push(frame), complete: () => completed.push('incoming$') })
  const until = async (what: string, isThere: () => boolean): Promise<void> => {
    for (let turn = 0; turn < PATIENCE && !isThere(); turn += 1) await bench.settle()
    check(isThere(), what)
  }
  const connected = async (): Promise<TransportConnection> => {
    await until('it connects', () => statuses.at(-1)?.state === 'connected' && connections.length > 0)
    const connection = connections.at(-1)
    if (connection === undefined) throw new Error('unreachable; `until` has seen one')
    return connection
  }
  return { ...bench, statuses, connections, incoming, completed, until, connected }
}

type Check = (bench: Watched, subject: TransportSubject) => Promise<void>

const CASES: readonly (readonly [title: string, check: Check])[] = [
  [
    'says `connecting` first and connects only after whoever made it could subscribe',
    async ({ statuses, connections, connected }) => {
      check(statuses.length === 1 && statuses[0]?.state === 'connecting', 'its first status is `connecting`')
      check(connections.length === 0, 'it does not connect in the turn in which it was made')
      const { sessionId } = await connected()
      check(sessionId.length > 0, 'a connection has a session id')
      check(connections.length === 1, 'one connection is told of once')
    },
  ],
  [
    'gives the present status and connection to whoever comes late',
    async ({ transport, connected, connections }) => {
      await connected()
      const late: unknown[] = []
      transport.status$.subscribe(({ state }) => late.push(state))
      transport.connections$.subscribe((connection) => late.push(connection))
      check(late.length === 2 && late[0] === 'connected' && late[1] === connections[0], 'a late subscriber is told')
    },
  ],
  [
    'does not take what it cannot transmit',
    async ({ transport, connected, heardThere, settle }, { frame }) => {
      check(!transport.send([frame('too-early', 'nobody')]), '`send` is false before the connection')
      await connected()
      await settle()
      check(!heardThere().some(({ room }) => room === 'too-early'), 'what was refused is not sent later')
    },
  ],
  [
    'hands frames over in order, over several sends',
    async ({ transport, connected, heardThere, until }, { frame }) => {
      const { sessionId } = await connected()
      const sent =
        transport.send([frame('a', sessionId), frame('b', sessionId)]) && transport.send([frame('c', sessionId)])
      check(sent, '`send` is true while connected')
      const rooms = (): string =>
        heardThere()
          .flatMap(({ room }) => room ?? [])
          .join('')
      await until('the other side hears a, b, c in this order', () => rooms() === 'abc')
    },
  ],
  [
    'hears the other side in order',
    async ({ sayThere, connected, incoming, until }, { textThere }) => {
      await connected()
      sayThere(textThere('a'))
      sayThere(`[${textThere('b')},${textThere('c')}]`)
      const rooms = (): string => incoming.flatMap((frame) => ('room' in frame ? frame.room : [])).join('')
      await until('a, b, c come in this order', () => rooms() === 'abc')
    },
  ],
  [
    'survives what it cannot read, and reports it',
    async ({ sayThere, connected, incoming, reported, until }, { textThere }) => {
      await connected()
      for (const text of ['', '{', '[]', 'null', '{"t":7}', '"text"', '[[[]]]']) sayThere(text)
      sayThere(`[{"t":"state","r":"__proto__"},${textThere('after')}]`)
      await until('the next good frame is heard', () => incoming.length === 1)
      check(reported.length > 0, 'unreadable frames are reported')
      check(!('polluted' in {}), 'nothing is polluted')
    },
  ],
  [
    'does not hear itself',
    async ({ transport, connected, heardThere, incoming, settle, until }, { frame }) => {
      const { sessionId } = await connected()
      transport.send([frame('own', sessionId)])
      await until('the other side hears it', () => heardThere().some(({ room }) => room === 'own'))
      await settle()
      check(incoming.length === 0, 'its own frame does not come back')
    },
  ],
  [
    'comes back by itself, as one new connection',
    async ({ breakLink, connections, connected, statuses, until, transport }, { frame }) => {
      if (breakLink === undefined) return
      await connected()
      breakLink()
      await until('it says `reconnecting`', () => statuses.some(({ state }) => state === 'reconnecting'))
      await until('it is connected again', () => statuses.at(-1)?.state === 'connected')
      check(connections.length === 2, 'the fresh connection is told of once')
      check(transport.send([frame('again', connections[1]?.sessionId ?? '')]), 'frames flow again')
    },
  ],
  [
    'says goodbye and ends for good, once',
    async (
      { transport, connected, heardThere, until, statuses, completed, pendingTimers, sayThere, incoming, settle },
      subject,
    ) => {
      const { sessionId } = await connected()
      transport.send([subject.frame('room', sessionId)])
      transport.dispose()
      transport.dispose()
      check(statuses.at(-1)?.state === 'disconnected', 'its last status is `disconnected`')
      check(completed.length === 3, 'its streams complete')
      check(!transport.send([subject.frame('room', sessionId)]), '`send` is false after the end')
      await until('the other side hears a goodbye', () => heardThere().at(-1)?.type === subject.goodbye)
      sayThere(subject.textThere('late'))
      await settle()
      check(incoming.length === 0, 'nothing is heard after the end')
      check((pendingTimers?.() ?? 0) === 0, 'no timer is left')
    },
  ],
  [
    'may be disposed of before it has connected',
    async ({ transport, statuses, connections, pendingTimers, settle }) => {
      transport.dispose()
      await settle()
      await settle()
      check(statuses.at(-1)?.state === 'disconnected' && connections.length === 0, 'it stays disconnected')
      check((pendingTimers?.() ?? 0) === 0, 'no timer is left')
    },
  ],
]

/** The cases for one adapter; each opens a fresh medium and disposes of it. */
export function transportContract(subject: TransportSubject): readonly ContractCase[] {
  return CASES.map(([title, runCheck]) => ({
    title,
    run: async () => {
      const bench = watch(subject.open())
      try {
        await runCheck(bench, subject)
      } finally {
        bench.transport.dispose()
        bench.dispose()
      }
    },
  }))
}
