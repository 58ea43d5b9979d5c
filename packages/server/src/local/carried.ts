/** A channel of the local server that knows whose it is: it reads the welcome as it passes, as a client does. */
import { decodeServerMessage, type FrameChannel } from '@rollcall/protocol'

export interface Carried {
  /** What the gateway gets. */
  readonly channel: FrameChannel
  session(): { readonly sessionId: string; readonly userId: string } | undefined
}

export function createCarried(channel: FrameChannel, onClose: () => void): Carried {
  let session: ReturnType<Carried['session']>
  return {
    session: () => session,
    channel: {
      ...channel,
      send: (text) => {
        if (session === undefined)
          for (const { frame } of decodeServerMessage(text)) if (frame?.type === 'welcome') session = frame
        channel.send(text)
      },
      onClose: (listener) =>
        channel.onClose((close) => {
          onClose()
          listener(close)
        }),
    },
  }
}
