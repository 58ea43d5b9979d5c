import { createChannelPair, type DeliverLater, type FrameChannel } from '@rollcall/protocol'

/** Both ends of a channel, and the scissors. */
export interface TestChannel {
  readonly ends: readonly [clientEnd: FrameChannel, serverEnd: FrameChannel]
  /** Nothing arrives any more, closes neither, and nobody is told: a half-open connection. */
  cut(): void
  /** Both ends hear the close 1006, as after a broken network that was noticed. */
  breakOff(): void
}

export interface TestChannelOptions {
  /** Carries in order. */
  readonly later: DeliverLater
  /** Told of each message sent, at either end. */
  readonly note: (message: string) => void
}

/** RFC 6455, 7.4.1: what an end is told where no close frame came. */
const ABNORMAL_CLOSURE = 1006

/** A connected pair whose text takes time. */
export function createTestChannel({ later, note }: TestChannelOptions): TestChannel {
  let isCut = false
  const [client, server] = createChannelPair((deliver) => {
    later(() => {
      if (!isCut) deliver()
    })
  })
  const counted = (end: FrameChannel): FrameChannel => ({
    ...end,
    send: (text) => {
      note(text)
      end.send(text)
    },
  })
  return {
    ends: [counted(client), counted(server)],
    cut: () => {
      isCut = true
    },
    breakOff: () => {
      isCut = true
      client.close(ABNORMAL_CLOSURE)
      server.close(ABNORMAL_CLOSURE)
    },
  }
}
