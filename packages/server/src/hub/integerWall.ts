import type { Clock } from '@rollcall/protocol'

/** The same clock, whose wall time is whole ms: on the wire instants are integers (PROTOCOL.md, chapter 2). */
export function integerWall(clock: Clock): Clock {
  return {
    now: () => clock.now(),
    wall: () => Math.round(clock.wall()),
    setTimer: (delayMs, task) => clock.setTimer(delayMs, task),
    defer: (task) => clock.defer(task),
  }
}
