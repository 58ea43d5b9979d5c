import type { OpenTabChannel } from '../page/tabChannel.ts'

/** The port over the BroadcastChannels of the origin. */
export const openBroadcastChannel: OpenTabChannel = (name, hear) => {
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data))
  return { post: (message) => channel.postMessage(message), close: () => channel.close() }
}
