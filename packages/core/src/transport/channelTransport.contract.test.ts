import { encodeServerFrame } from '@rollcall/protocol'
import { createChannelScenario } from '../testing/channelScenario.ts'
import { createTestWelcome } from '../testing/testServer.ts'
import { describeTransport } from './transport.contract.ts'

describeTransport('channel', {
  frame: (room) => ({ type: 'rollCall', room }),
  textThere: (room) => encodeServerFrame({ type: 'synced', room, version: 1 }),
  goodbye: 'bye',
  open: () => {
    const { clock, transport, ends, end, reported } = createChannelScenario()
    let welcomed = 0
    return {
      transport,
      reported,
      settle: () => {
        clock.advance(50)
        if (ends.length > welcomed && end().frames.length > 0) {
          welcomed = ends.length
          end().say(createTestWelcome({ resumed: welcomed > 1 }))
        }
      },
      heardThere: () => ends.flatMap(({ frames }) => frames).filter(({ type }) => type !== 'hello'),
      sayThere: (text) => end().channel.send(text),
      breakLink: () => end().wire.breakOff(),
      pendingTimers: () => clock.pending(),
      dispose: () => {},
    }
  },
})
