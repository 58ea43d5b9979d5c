/** A clock that stands still until told: no test of ours waits for real time. */
import type { Clock } from '@rollcall/protocol'
import { createTimerQueue, type TimerEntry, type TimerQueue } from './timerQueue.ts'

export interface TestClock extends Clock {
  /**
   * Lets `ms` pass: deferred tasks first, then each due timer in order of time and of setting, with deferred tasks
   * in between. Synchronous; promises do not settle meanwhile.
   */
  advance(ms: number): void
  /** The same, and after each task promises settle. For code that awaits, as opening a connection does. */
  advanceAsync(ms: number): Promise<void>
  /** Ends the present turn of the loop: runs what was deferred, and what that deferred. No time passes. */
  runDeferred(): void
  /** Moves the wall clock by `ms` (may be negative), as a correction of the device's time does; `now()` and timers do not notice. */
  skew(ms: number): void
  /** How many timers wait. After everything is disposed of it must be 0. */
  pending(): number
}

export interface TestClockOptions {
  /** What `wall()` says at first, epoch ms. Default 2026-01-01T00:00Z. */
  readonly wall?: number
}

/** 2026-01-01T00:00:00Z */
const DEFAULT_WALL = 1_767_225_600_000
/** Tasks that defer each other for ever would hang the test; this many in one turn is no accident. */
const MAX_DEFERRED_IN_A_TURN = 100_000

interface DeferredTasks {
  defer(task: () => void): () => void
  /** Runs the oldest; `false`: there was none. */
  runOne(): boolean
}

function createDeferredTasks(): DeferredTasks {
  const tasks = new Set<{ readonly run: () => void }>()
  return {
    defer: (run) => {
      const task = { run }
      tasks.add(task)
      return () => tasks.delete(task)
    },
    runOne: () => {
      const [task] = tasks
      if (task === undefined) return false
      tasks.delete(task)
      task.run()
      return true
    },
  }
}

/** A macrotask: every promise that can settle has, when it comes. */
function settlePromises(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })
}

function takeDue(queue: TimerQueue, until: number): TimerEntry | undefined {
  const entry = queue.peek()
  if (entry === undefined || entry.dueAt > until) return undefined
  queue.pop()
  return entry
}

/** Makes a clock whose `now()` is 0 and stays so until `advance`. */
export function createTestClock(options: TestClockOptions = {}): TestClock {
  const queue = createTimerQueue()
  const deferred = createDeferredTasks()
  let now = 0
  let wallOffset = options.wall ?? DEFAULT_WALL
  let order = 0
  let live = 0

  const runNext = (until: number): boolean => {
    if (deferred.runOne()) return true
    const entry = takeDue(queue, until)
    if (entry?.task === undefined) return false
    const { task } = entry
    entry.task = undefined
    live -= 1
    // A task may itself advance the clock; time never goes back.
    now = Math.max(now, entry.dueAt)
    task()
    return true
  }
  return {
    now: () => now,
    // Whole ms, as the platform's; the monotonic clock has fractions there, too.
    wall: () => Math.floor(wallOffset + now),
    setTimer: (delayMs, task) => {
      const entry: TimerEntry = { dueAt: now + Math.max(0, delayMs), order, task }
      order += 1
      live += 1
      queue.push(entry)
      return () => {
        if (entry.task === undefined) return
        entry.task = undefined
        live -= 1
      }
    },
    defer: (task) => deferred.defer(task),
    runDeferred: () => {
      for (let run = 0; deferred.runOne(); run += 1)
        if (run === MAX_DEFERRED_IN_A_TURN)
          throw new RangeError('unable to end the turn; deferred tasks defer each other')
    },
    advance: (ms) => {
      const until = now + ms
      while (runNext(until));
      now = Math.max(now, until)
    },
    advanceAsync: async (ms) => {
      const until = now + ms
      do await settlePromises()
      while (runNext(until))
      now = Math.max(now, until)
    },
    skew: (ms) => {
      wallOffset += ms
    },
    pending: () => live,
  }
}
