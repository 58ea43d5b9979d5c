/** Requests that the server has not answered. One that it never answers is the only sign of a dead socket that cannot be missed. */
import type { Clock } from '@rollcall/protocol'
import { isRecord } from './readRpcMessage.ts'

/** As long as our own protocol gives a server to greet. */
const ANSWER_MS = 10_000

export interface OutstandingCalls {
  /** A request as it goes out. */
  sent(text: string): void
  /** The method that was asked for, once. */
  answered(id: string): string | undefined
  /** Round trip of the last answer, ms. */
  latency(): number | undefined
  stop(): void
}

interface Call {
  readonly method: string
  readonly at: number
}

/** @param unanswered told when an answer is overdue; nothing is told after that */
export function createOutstandingCalls(clock: Clock, unanswered: (method: string) => void): OutstandingCalls {
  const calls = new Map<string, Call>()
  let cancel: (() => void) | undefined
  let latency: number | undefined

  const stop = (): void => {
    cancel?.()
    cancel = undefined
    calls.clear()
  }
  // The order of the map is that of sending: only the first can be due.
  const watch = (): void => {
    cancel?.()
    cancel = undefined
    const [eldest] = calls.values()
    if (eldest === undefined) return
    cancel = clock.setTimer(Math.max(0, eldest.at + ANSWER_MS - clock.now()), () => {
      stop()
      unanswered(eldest.method)
    })
  }
  return {
    sent: (text) => {
      // Written by the stock client a moment ago: JSON, with both as strings.
      const request: unknown = JSON.parse(text)
      if (!isRecord(request)) return
      calls.set(String(request['id']), { method: String(request['method']), at: clock.now() })
      if (cancel === undefined) watch()
    },
    answered: (id) => {
      const call = calls.get(id)
      if (call === undefined) return undefined
      calls.delete(id)
      latency = clock.now() - call.at
      watch()
      return call.method
    },
    latency: () => latency,
    stop,
  }
}
