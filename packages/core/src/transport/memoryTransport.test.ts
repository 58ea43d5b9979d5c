import { describe, expect, it } from 'vitest'
import {
  createTestEnvironment,
  createTestNetwork,
  createTestRandom,
  createTestTransportContext,
} from '../testing/index.ts'
import { createMemoryNetwork } from './memoryNetwork.ts'
import { memory } from './memoryTransport.ts'
import { PEER_SUBJECT, peerState, readPeerMessages } from './peerFrames.contract.ts'
import { describeTransport } from './transport.contract.ts'

describeTransport('memory', {
  ...PEER_SUBJECT,
  open: () => {
    const network = createTestNetwork({ latency: 5 })
    const { clock } = network
    const context = createTestTransportContext(createTestEnvironment({ clock }))
    const transport = memory(network.party('here'))(context)
    const messages: string[] = []
    const there = network.join({ hear: (message) => messages.push(message), linkChanged: () => {} })
    return {
      transport,
      reported: context.reported,
      settle: () => clock.advance(10),
      heardThere: () => readPeerMessages(messages),
      sayThere: (text) => there.post(text),
      breakLink: () => {
        network.drop('here')
        network.restore('here')
      },
      pendingTimers: () => clock.pending(),
      dispose: () => there.leave(),
    }
  },
})

describe('memory', () => {
  it('joins parties of one process over a network that loses nothing', async () => {
    const network = createMemoryNetwork()
    const parties = [1, 2, 3].map((seed) => {
      const environment = createTestEnvironment({ random: createTestRandom(seed) })
      const transport = memory(network)(createTestTransportContext(environment))
      const heard: unknown[] = []
      transport.incoming$.subscribe((frame) => heard.push(frame))
      return { transport, heard, clock: environment.clock as ReturnType<typeof createTestNetwork>['clock'] }
    })
    for (const { clock } of parties) await clock.advanceAsync(0)
    const frame = peerState('room', 'first')
    expect(parties[0]?.transport.send([frame])).toBe(true)
    await parties[0]?.clock.advanceAsync(0)
    expect(parties.map(({ heard }) => heard)).toEqual([[], [frame], [frame]])
    // What is heard is a copy: nobody can change what another holds (INV-23).
    expect(parties[1]?.heard[0]).not.toBe(parties[2]?.heard[0])
  })
})
