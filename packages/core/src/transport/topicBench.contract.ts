/** A medium to try the transport of docs/guides/transports.md on. */
import {
  createTestEnvironment,
  createTestNetwork,
  createTestTransportContext,
  type TransportBench,
} from '@rollcall/core/testing'
import { decodePeerMessage } from '@rollcall/protocol'
import { overTopic, type Topic } from './topicTransport.contract.ts'

/** One transport over a topic, and another listener. */
export function openBench(): TransportBench {
  const network = createTestNetwork()
  const { clock } = network
  network.setEcho('on')
  const context = createTestTransportContext(createTestEnvironment({ clock }))
  const transport = overTopic(listenOn(network.party('here')))(context)
  const heard: string[] = []
  const there = network.join({ hear: (text) => heard.push(text), linkChanged: () => {} })
  return {
    transport,
    reported: context.reported,
    settle: () => clock.advance(10),
    heardThere: () => heard.flatMap((text) => decodePeerMessage(text)).flatMap(({ frame }) => frame ?? []),
    sayThere: (text) => there.post(text),
    breakLink: () => {
      network.drop('here')
      network.restore('here')
    },
    pendingTimers: () => clock.pending(),
    dispose: () => there.leave(),
  }
}

function listenOn(network: ReturnType<ReturnType<typeof createTestNetwork>['party']>): Topic {
  let port: ReturnType<typeof network.join> | undefined
  return {
    publish: (text) => port?.post(text),
    listen: (listener) => {
      const joined = network.join({
        hear: (text) => listener.text(text),
        linkChanged: (link) => (link === 'up' ? listener.up() : listener.down()),
      })
      port = joined
      return () => joined.leave()
    },
  }
}
