/** One connection: says its operations in turn, and notes when each ack comes. Reads only what it waits for. */
import { once } from 'node:events'
import { WebSocket, type RawData } from 'ws'
import type { Operation } from './messages.ts'

export interface LoadClient {
  /** Counts from now. */
  begin(): void
  act(): void
  timed(): readonly { readonly operation: Operation; readonly ms: number }[]
  failed(): number
  /** Messages since `begin`. */
  received(): number
  close(): void
}

export interface LoadClientOptions {
  readonly port: number
  readonly place: number
  readonly room: string
  /** How many connections there are: whom to follow. */
  readonly connections: number
  readonly operations: readonly Operation[]
}

const FOLLOWED = 20
type Frame = Readonly<Record<string, unknown>>

/** Frames of an operation; the last has the request number. */
function createScript({ place, room, connections }: LoadClientOptions): (operation: Operation, n: number) => Frame {
  let counter = 0
  let turn = 0
  const nextCounter = (): number => (counter += 1)
  return (operation, n) => {
    turn += 1
    switch (operation) {
      case 'enter':
        return { t: 'state', r: room, c: nextCounter(), n, d: { cursor: 0 } }
      case 'update':
        return { t: 'patch', r: room, c: nextCounter(), n, d: { cursor: turn } }
      case 'leave':
        return { t: 'disconnect', r: room, c: nextCounter(), n }
      case 'follow':
        return { t: 'follow', n, ids: [`user-${(place + FOLLOWED + turn) % connections}`] }
      case 'statusUpdate':
        return { t: 'statusUpdate', n, a: `Editing ${turn}` }
      case 'echo':
        return { n }
    }
  }
}

interface Waiting {
  readonly operation: Operation
  readonly sentAt: number
}

/** Opens it; over Rollcall it says hello, enters its room, sees it, and follows {@link FOLLOWED} people. */
export async function openLoadClient(options: LoadClientOptions): Promise<LoadClient> {
  const { port, place, room, connections, operations } = options
  const isEcho = operations.includes('echo')
  const socket = new WebSocket(`ws://127.0.0.1:${port}${isEcho ? '' : '/realtime'}`, isEcho ? [] : 'rollcall.v1', {
    perMessageDeflate: false,
  })
  const waiting = new Map<number, Waiting>()
  const timed: { operation: Operation; ms: number }[] = []
  const frameOf = createScript(options)
  // People do not do the same at the same time. Operations come in pairs, and a pair ends in the room.
  let step = (place * 2) % operations.length
  let [request, received, failed, hasBegun] = [0, 0, 0, false]
  const say = (...frames: readonly Frame[]): void => socket.send(JSON.stringify(frames))

  const take = (frame: { readonly t?: string; readonly n?: number }): void => {
    if (frame.t === 'ping') say({ t: 'pong' })
    const found = frame.n === undefined ? undefined : waiting.get(frame.n)
    if (frame.n === undefined || found === undefined) return
    waiting.delete(frame.n)
    if (frame.t === 'error') failed += 1
    else if (hasBegun) timed.push({ operation: found.operation, ms: performance.now() - found.sentAt })
  }
  socket.on('message', (data: RawData) => {
    received += 1
    // Of the many who hear of a change only who waits for an answer reads: the load must not be slower than the loaded.
    if (!Buffer.isBuffer(data) || (waiting.size === 0 && !data.includes('"ping"'))) return
    if (!isEcho && !data.includes('"ack"') && !data.includes('"error"') && !data.includes('"ping"')) return
    for (const frame of [JSON.parse(data.toString())].flat()) take(frame)
  })
  const perform = (operation: Operation): void => {
    request += 1
    waiting.set(request, { operation, sentAt: performance.now() })
    say(frameOf(operation, request))
  }
  const act = (): void => {
    const operation = operations[step % operations.length]
    step += 1
    if (operation !== undefined) perform(operation)
  }
  const enter = async (): Promise<void> => {
    perform('enter')
    while (waiting.size > 0) await once(socket, 'message')
  }
  await once(socket, 'open')
  socket.on('close', () => (failed += waiting.size))
  if (!isEcho) {
    const ids = Array.from({ length: FOLLOWED }, (_, index) => `user-${(place + 1 + index) % connections}`)
    say({ t: 'hello', v: 1, user: { id: `user-${place}`, name: `User ${place}` } })
    say({ t: 'rollCall', r: room }, { t: 'follow', ids })
    await enter()
  }
  return {
    begin: () => {
      hasBegun = true
      received = 0
    },
    act,
    timed: () => timed,
    failed: () => failed + waiting.size,
    received: () => received,
    close: () => socket.close(),
  }
}
