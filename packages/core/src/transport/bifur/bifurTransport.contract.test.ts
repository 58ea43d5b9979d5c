import { map } from 'rxjs'
import { createTestClock, createTestEnvironment, createTestTransportContext } from '../../testing/index.ts'
import { peerState } from '../peerFrames.contract.ts'
import type { IncomingFrame, Transport } from '../transport.ts'
import { describeTransport } from '../transport.contract.ts'
import { createBifurTopic, type RpcRequest } from './bifurTopic.contract.ts'
import { createBifurTransport } from './bifurTransport.ts'
import { localBifurSocket } from './localBifurSocket.contract.ts'

// The contract tells frames apart by their rooms. Bifur has one room, so here they bear a mark in their presence, and
// the bench reads and writes the mark as if it were the room. All else is the transport's own.
const marked = (mark: string, sessionId: string) => ({ ...peerState('room', sessionId), presence: { mark } })
const readMark = (frame: IncomingFrame): IncomingFrame =>
  frame.type === 'state' ? { ...frame, room: String(frame.presence['mark']) } : frame
const withMarks = (transport: Transport): Transport => ({
  ...transport,
  incoming$: transport.incoming$.pipe(map(readMark)),
})

function readRequest({ method, params }: RpcRequest): readonly { type: string; room?: string }[] {
  if (method === 'presence_disconnect') return [{ type: 'disconnect' }]
  if (method !== 'presence_announce') return []
  return [{ type: 'state', room: /"mark":"([^"]*)"/.exec(JSON.stringify(params))?.[1] ?? '' }]
}

const readEvents = (text: string): readonly unknown[] | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    return undefined
  }
}

describeTransport('bifur', {
  frame: (room, sessionId) => marked(room, sessionId),
  textThere: (mark) =>
    JSON.stringify({ type: 'state', i: 'ada', m: { sessionId: 'another', rollcall: { v: 1, d: { mark } } } }),
  goodbye: 'disconnect',
  open: () => {
    const clock = createTestClock()
    const topic = createBifurTopic()
    const context = createTestTransportContext(createTestEnvironment({ clock }))
    const options = { url: 'wss://bifur.test', room: 'room', WebSocket: localBifurSocket(topic, clock) }
    return {
      transport: withMarks(createBifurTransport(options)(context)),
      reported: context.reported,
      settle: () => clock.advanceAsync(50),
      heardThere: () => topic.sockets.flatMap(({ requests }) => requests).flatMap(readRequest),
      // Events are the frames of this wire; a batch of them is as many events.
      sayThere: (text) => {
        const events = readEvents(text)
        if (events === undefined) topic.sockets.at(-1)?.say(text)
        else for (const event of events) topic.publish(event)
      },
      breakLink: () => topic.sockets.at(-1)?.kill(),
      pendingTimers: () => clock.pending(),
      dispose: () => {},
    }
  },
})
