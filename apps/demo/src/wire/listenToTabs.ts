/** Hears what the tabs of this browser say to each other, this one included, without saying anything. */
import type { WireTap } from '../network/simulatedSocket.ts'

/** What the transport puts before the name of a channel (PROTOCOL.md, chapter 4). */
const PREFIX = 'rollcall:1:'

export interface TabListening {
  readonly name: string
  /** Tells what this tab said from what it heard. */
  readonly ownSessionId: () => string | undefined
}

/** Starts to listen; returns the end of it. */
export function listenToTabs(tap: WireTap, { name, ownSessionId }: TabListening): () => void {
  const channel = new BroadcastChannel(PREFIX + name)
  channel.addEventListener('message', ({ data: text }: MessageEvent<unknown>) => {
    if (typeof text !== 'string') return
    const own = ownSessionId()
    tap.text(own !== undefined && text.includes(`"${own}"`) ? 'out' : 'in', text)
  })
  return () => channel.close()
}
