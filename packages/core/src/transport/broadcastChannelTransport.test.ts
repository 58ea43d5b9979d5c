import { describe, expect, it } from 'vitest'
import { browserEnvironment } from '../environment/browserEnvironment.ts'
import { createTestTransportContext } from '../testing/testTransportContext.ts'
import { broadcastChannel } from './broadcastChannelTransport.ts'
import { PEER_SUBJECT, peerState, readPeerMessages } from './peerFrames.contract.ts'
import { describeTransport } from './transport.contract.ts'

let channels = 0
/** There and back over a channel of its own: Node delivers between turns of the loop. */
const turn = async (): Promise<void> => {
  const name = `turn ${(channels += 1)}`
  const [here, there] = [new BroadcastChannel(name), new BroadcastChannel(name)]
  const arrived = new Promise((resolve) => there.addEventListener('message', resolve))
  here.postMessage('anything')
  await arrived
  here.close()
  there.close()
}

describeTransport('broadcastChannel', {
  ...PEER_SUBJECT,
  open: () => {
    const name = `contract ${(channels += 1)}`
    const there = new BroadcastChannel(`rollcall:1:${name}`)
    const messages: unknown[] = []
    there.addEventListener('message', (event) => messages.push(event.data))
    const context = createTestTransportContext(browserEnvironment())
    return {
      transport: broadcastChannel({ name })(context),
      reported: context.reported,
      settle: turn,
      heardThere: () => readPeerMessages(messages),
      sayThere: (text) => there.postMessage(text),
      dispose: () => there.close(),
    }
  },
})

describe('broadcastChannel', () => {
  it('understands frames that another program posts as objects', async () => {
    const name = `objects ${(channels += 1)}`
    const transport = broadcastChannel({ name })(createTestTransportContext(browserEnvironment()))
    const there = new BroadcastChannel(`rollcall:1:${name}`)
    const heard: unknown[] = []
    transport.incoming$.subscribe((frame) => heard.push(frame))
    let connected = false
    transport.connections$.subscribe(() => (connected = true))
    while (!connected) await turn()
    there.postMessage({ t: 'state', r: 'room', sid: 'other', id: 'ada', c: 1, at: 0, idle: 0 })
    while (heard.length === 0) await turn()
    expect(heard).toEqual([peerState('room', 'other')])
    transport.dispose()
    there.close()
  })

  it('keeps channels of other names apart (INV-22)', async () => {
    const [one, other] = ['one', 'other'].map((name) =>
      broadcastChannel({ name })(createTestTransportContext(browserEnvironment())),
    )
    if (one === undefined || other === undefined) throw new Error('two names, two transports')
    const heard: unknown[] = []
    other.incoming$.subscribe((frame) => heard.push(frame))
    let connections = 0
    for (const transport of [one, other]) transport.connections$.subscribe(() => (connections += 1))
    while (connections < 2) await turn()
    // A third with the name of the first hears; by then the second would have heard too.
    const witness = new BroadcastChannel('rollcall:1:one')
    const witnessed: unknown[] = []
    witness.addEventListener('message', (event) => witnessed.push(event.data))
    one.send([peerState('room', 'any')])
    while (witnessed.length === 0) await turn()
    await turn()
    expect(heard).toEqual([])
    one.dispose()
    other.dispose()
    witness.close()
  })
})
