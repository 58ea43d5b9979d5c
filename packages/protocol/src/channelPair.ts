import type { ChannelClose, FrameChannel } from './channel.ts'

/** How long text is on its way: calls `deliver` later, in order of calling. */
export type DeliverLater = (deliver: () => void) => void

interface Side {
  channel: FrameChannel
  hearText(text: string): void
  hearClose(close: ChannelClose): void
}

function createSide(later: DeliverLater, other: () => Side): Side {
  let closed = false
  let onText: ((text: string) => void) | undefined
  let onClose: ((close: ChannelClose) => void) | undefined
  const hearClose = (close: ChannelClose): void => {
    if (closed) return
    closed = true
    onClose?.(close)
  }
  return {
    hearText: (text) => {
      if (!closed) onText?.(text)
    },
    hearClose,
    channel: {
      send: (text) => {
        if (!closed) later(() => other().hearText(text))
      },
      close: (code, reason = '') => {
        if (closed) return
        hearClose({ code, reason })
        later(() => other().hearClose({ code, reason }))
      },
      pendingBytes: () => 0,
      onText: (listener) => {
        onText = listener
      },
      onClose: (listener) => {
        onClose = listener
      },
    },
  }
}

/**
 * Two connected channels in one process. Text and closes arrive through `later`, in order;
 * the default is a microtask, so that no `send` ever calls back into its caller.
 */
export function createChannelPair(later: DeliverLater = queueMicrotask): readonly [FrameChannel, FrameChannel] {
  const left: Side = createSide(later, () => right)
  const right: Side = createSide(later, () => left)
  return [left.channel, right.channel]
}
