/** When to draw a room that changes: at once while it is small, a few times a second where a thousand come and go. */
import type { ClientTime, Room } from '@rollcall/core'
import type { DemoInfo, DemoPresence } from './demoPresence.ts'

export interface CalmDrawing {
  /** Something is new to draw. */
  changed(): void
  /** Nobody looks any more. */
  stop(): void
}

/** Above so many people nobody follows a single one with their eyes. */
const LARGE_FROM = 100
const DRAWN_EVERY_MS = 250

export function createCalmDrawing(
  room: Pick<Room<DemoPresence, DemoInfo>, 'members'>,
  time: ClientTime,
  draw: () => void,
): CalmDrawing {
  let cancel: (() => void) | undefined
  const stop = (): void => {
    cancel?.()
    cancel = undefined
  }
  return {
    stop,
    changed: () => {
      if (room.members.getCurrent().length > LARGE_FROM) {
        cancel ??= time.setTimer(DRAWN_EVERY_MS, () => {
          cancel = undefined
          draw()
        })
        return
      }
      stop()
      draw()
    },
  }
}
