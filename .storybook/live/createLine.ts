/** The way of one person to the server, as good or bad as the toolbar says. Browsers' own "offline" leaves open sockets be. */
import type { Environment } from '@rollcall/core'
import type { LocalServer } from '@rollcall/server/local'

export type NetworkCondition = 'good' | 'slow' | 'flaky' | 'offline'

type Channel = ReturnType<LocalServer['open']>

export interface Line {
  open(): Channel
  set(condition: NetworkCondition): void
}

/** Each way, ms. */
const SLOW_MS = 400
/** How long a connection lasts where nothing lasts. */
const FLAKY_MS = 6_000
/** What browsers report where no close frame came. */
const ABNORMAL_CLOSE = 1006

export function createLine(dial: () => Channel, { setTimer }: Environment['clock']): Line {
  let condition: NetworkCondition = 'good'
  const open = new Set<Channel>()
  const carry = (deliver: () => void): void => {
    if (condition === 'slow') setTimer(SLOW_MS, deliver)
    else deliver()
  }
  const connect = (): Channel => {
    const far = dial()
    open.add(far)
    if (condition === 'offline') far.close(ABNORMAL_CLOSE)
    if (condition === 'flaky') setTimer(FLAKY_MS, () => far.close(ABNORMAL_CLOSE))
    return {
      ...far,
      send: (text) => carry(() => far.send(text)),
      onText: (listener) => far.onText((text) => carry(() => listener(text))),
      onClose: (listener) =>
        far.onClose((close) => {
          open.delete(far)
          listener(close)
        }),
    }
  }
  return {
    open: connect,
    set: (next) => {
      if (next === condition) return
      condition = next
      if (next === 'offline' || next === 'flaky') for (const far of open) far.close(ABNORMAL_CLOSE)
    },
  }
}
