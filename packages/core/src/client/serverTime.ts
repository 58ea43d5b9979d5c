/** Time as the server has it. Measured on our monotonic clock from its last greeting, so that a wrong or jumping clock here does no harm. */
import type { Clock } from '@rollcall/protocol'
import type { ClientTime } from './presenceClient.ts'

export interface ServerTime extends ClientTime {
  /** The server said that it is `epoch` now. */
  correct(epoch: number): void
}

/** Makes a time that is the device's own until a server corrects it. */
export function createServerTime(clock: Clock): ServerTime {
  let base: { readonly epoch: number; readonly at: number } | undefined
  return {
    now: () => Math.round(base === undefined ? clock.wall() : base.epoch + (clock.now() - base.at)),
    setTimer: (delayMs, task) => clock.setTimer(delayMs, task),
    correct: (epoch) => {
      base = { epoch, at: clock.now() }
    },
  }
}
