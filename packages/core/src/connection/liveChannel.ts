import type { ChannelClose, Clock, FrameChannel } from '@rollcall/protocol'

/** The one channel that counts. What a former one still says is not heard (INV-39). */
export interface LiveChannel {
  adopt(channel: FrameChannel): void
  send(text: string): void
  /** Stops listening first and closes then: a socket's own `close` may come minutes late (reliability, finding 7). */
  drop(code: number): void
  /** Ms since text came in, or since the channel was adopted. */
  silentMs(): number
}

export interface LiveChannelOptions {
  readonly clock: Clock
  readonly onText: (text: string) => void
  readonly onClose: (close: ChannelClose) => void
}

/** Holds no channel at first; text sent then is dropped. */
export function createLiveChannel({ clock, onText, onClose }: LiveChannelOptions): LiveChannel {
  let live: FrameChannel | undefined
  let heardAt = clock.now()
  return {
    adopt: (channel) => {
      live = channel
      heardAt = clock.now()
      channel.onText((text) => {
        if (live !== channel) return
        heardAt = clock.now()
        onText(text)
      })
      channel.onClose((close) => {
        if (live === channel) onClose(close)
      })
    },
    send: (text) => live?.send(text),
    drop: (code) => {
      const dropped = live
      live = undefined
      dropped?.close(code)
    },
    silentMs: () => clock.now() - heardAt,
  }
}
