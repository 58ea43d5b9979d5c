/** A WebSocket seen through a bad line: the real one is behind it, and what happens to the line happens to it. */
import type { Clock, WebSocketLike } from '@rollcall/core'
import { createTravelQueue } from './travelQueue.ts'

export interface SimulatedSocket extends WebSocketLike {
  /** The line breaks: both ends notice at once, and neither has said goodbye. */
  drop(): void
  /** The line carries nothing any more, and neither end is told: they have to find out by the silence. */
  silence(): void
}

/** What went over the line, as the page said or heard it. */
export interface WireTap {
  text(way: 'in' | 'out', text: string): void
  socket(what: 'open' | 'close', code?: number): void
}

export interface SimulatedSocketOptions {
  /** Absent: there is no network, and it closes without having been open. */
  readonly open?: (() => WebSocketLike) | undefined
  readonly clock: Pick<Clock, 'now' | 'setTimer'>
  /** Asked for each message. */
  readonly travelMs: () => number
  readonly tap: WireTap
  /** It is over: nothing is to be simulated any more. */
  readonly ended: () => void
}

interface SocketEvents {
  readonly open: undefined
  readonly error: undefined
  readonly message: { readonly data: unknown }
  readonly close: { readonly code: number; readonly reason: string }
}
type Listeners = { readonly [Type in keyof SocketEvents]: Set<(event: SocketEvents[Type]) => void> }

/** As a browser reports a socket that ended without a word (RFC 6455, 7.1.5). */
const ABNORMAL = { code: 1006, reason: '' }
/** So long a browser takes to learn that there is no way. */
const NO_WAY_AFTER_MS = 250

export function createSimulatedSocket(options: SimulatedSocketOptions): SimulatedSocket {
  const { clock, tap } = options
  const listeners: Listeners = { open: new Set(), error: new Set(), message: new Set(), close: new Set() }
  const there = createTravelQueue(options)
  const back = createTravelQueue(options)
  const real = options.open?.()
  let isOver = false
  let isSilent = false

  const tell = <Type extends keyof SocketEvents>(type: Type, event: SocketEvents[Type]): void => {
    for (const listener of listeners[type]) listener(event)
  }
  const end = (close: SocketEvents['close']): void => {
    if (isOver) return
    isOver = true
    there.cut()
    back.cut()
    tap.socket('close', close.code)
    options.ended()
    tell('close', close)
  }
  const hear = (text: unknown): void => {
    if (typeof text === 'string') tap.text('in', text)
    tell('message', { data: text })
  }
  const opened = (): void => {
    tap.socket('open')
    tell('open', undefined)
  }
  real?.addEventListener('open', () => back.put(opened))
  real?.addEventListener('error', () => back.put(() => tell('error', undefined)))
  real?.addEventListener('message', (event) => back.put(() => hear(event.data)))
  real?.addEventListener('close', ({ code, reason }) => back.put(() => end({ code, reason })))
  if (real === undefined) clock.setTimer(NO_WAY_AFTER_MS, () => end(ABNORMAL))

  return {
    get bufferedAmount() {
      return real?.bufferedAmount ?? 0
    },
    send: (text) => {
      if (isOver) return
      tap.text('out', text)
      there.put(() => real?.send(text))
    },
    close: (code, reason) => {
      // Nobody would hear it; the real one is left to the server, which will have enough of the silence as well.
      if (isSilent) return end(ABNORMAL)
      // Behind what was sent before, as the last thing that this end says; the answer to it ends the socket.
      there.put(() => real?.close(code, reason))
    },
    addEventListener: <Type extends keyof SocketEvents>(type: Type, listener: (event: SocketEvents[Type]) => void) => {
      // The compiler does not see that a type's own set is taken.
      const own = listeners[type] as Set<(event: SocketEvents[Type]) => void>
      own.add(listener)
    },
    drop: () => {
      // Without `bye`: to the server this is a broken line, whatever the code.
      real?.close()
      end(ABNORMAL)
    },
    silence: () => {
      isSilent = true
      there.cut()
      back.cut()
    },
  }
}
