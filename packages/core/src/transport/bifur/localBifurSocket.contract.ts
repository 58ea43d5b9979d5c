/** A topic of Bifur's behind sockets of this process, for tests on a virtual clock. */
import { CLOSE_CODES, type Clock } from '@rollcall/protocol'
import type { WebSocketConstructor, WebSocketLike } from '../webSocketTransport.ts'
import type { BifurTopic } from './bifurTopic.contract.ts'

type Listener = (event: never) => void

/** Text and closes are on their way for `latencyMs`, in order. */
export function localBifurSocket(topic: BifurTopic, clock: Clock, latencyMs = 5): WebSocketConstructor {
  const later = (task: () => void): void => void clock.setTimer(latencyMs, task)
  function LocalBifurSocket(): WebSocketLike {
    const listeners = new Map<string, Listener[]>()
    const tell = (type: string, event: object): void => {
      for (const listener of listeners.get(type) ?? []) listener(event as never)
    }
    let isOpen = true
    const end = (code: number): void => {
      if (!isOpen) return
      isOpen = false
      tell('close', { code, reason: '' })
      seat.left(code)
    }
    const say = (text: string): void =>
      later(() => {
        if (isOpen) tell('message', { data: text })
      })
    const kill = (): void => end(CUT)
    const seat = topic.join({ path: '', say, close: (code) => later(() => end(code)), kill })
    later(() => tell('open', {}))
    return {
      bufferedAmount: 0,
      send: (text) =>
        later(() => {
          if (isOpen) seat.hear(text)
        }),
      close: (code = CLOSE_CODES.normal) => later(() => end(code)),
      addEventListener: (type: string, listener: Listener) => {
        listeners.set(type, [...(listeners.get(type) ?? []), listener])
      },
    }
  }
  // A function that returns an object may be called with `new`; the type of functions does not say so.
  return LocalBifurSocket as unknown as WebSocketConstructor
}

/** What a socket is told when the line is cut (RFC 6455, 7.1.5). */
const CUT = 1006
