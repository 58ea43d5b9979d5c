/** Waiting tasks in order of time, then of setting: a binary heap, since simulations keep thousands. */
export interface TimerEntry {
  readonly dueAt: number
  readonly order: number
  /** `undefined` once run or cancelled; a cancelled entry stays in the heap until it comes up. */
  task: (() => void) | undefined
}

export interface TimerQueue {
  push(entry: TimerEntry): void
  /** The live entry that comes first. */
  peek(): TimerEntry | undefined
  /** Takes out what `peek` showed. */
  pop(): void
}

const isBefore = (left: TimerEntry, right: TimerEntry): boolean =>
  left.dueAt < right.dueAt || (left.dueAt === right.dueAt && left.order < right.order)

function siftUp(heap: TimerEntry[], entry: TimerEntry): void {
  let index = heap.length - 1
  while (index > 0) {
    const above = (index - 1) >> 1
    const parent = heap[above]
    if (parent === undefined || !isBefore(entry, parent)) break
    heap[index] = parent
    index = above
  }
  heap[index] = entry
}

function siftDown(heap: TimerEntry[], entry: TimerEntry): void {
  let index = 0
  for (;;) {
    let below = 2 * index + 1
    let child = heap[below]
    const other = heap[below + 1]
    if (child !== undefined && other !== undefined && isBefore(other, child)) {
      below += 1
      child = other
    }
    if (child === undefined || !isBefore(child, entry)) break
    heap[index] = child
    index = below
  }
  heap[index] = entry
}

/** An empty queue. */
export function createTimerQueue(): TimerQueue {
  const heap: TimerEntry[] = []
  const pop = (): void => {
    const last = heap.pop()
    if (last !== undefined && heap.length > 0) siftDown(heap, last)
  }
  return {
    push: (entry) => {
      heap.push(entry)
      siftUp(heap, entry)
    },
    peek: () => {
      while (heap[0] !== undefined && heap[0].task === undefined) pop()
      return heap[0]
    },
    pop,
  }
}
