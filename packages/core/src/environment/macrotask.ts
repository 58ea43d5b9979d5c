/** Tasks for the end of the present turn of the loop. */

/** Asks for one call of what was handed to it, one macrotask later. */
type Ask = () => void

/** A page's timers are stretched, in a background tab to a second; messages are not. */
function createMessageAsk(run: () => void): Ask {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = run
  // In Node (a page played by jsdom) an open port would keep the process alive.
  if ('unref' in port1 && typeof port1.unref === 'function') port1.unref()
  return () => port2.postMessage(undefined)
}

/** A `defer` as the clock port wants it: in order, each once, none stopped by another that throws. */
export function createMacrotask(): (task: () => void) => () => void {
  const isPage = typeof document === 'object' && typeof MessageChannel === 'function'
  let waiting = new Set<{ readonly run: () => void }>()
  let ask: Ask | undefined

  const runAll = (): void => {
    const tasks = waiting
    waiting = new Set()
    // A live set: a task may cancel one that comes after it in the same turn.
    for (const task of tasks) {
      tasks.delete(task)
      try {
        task.run()
      } catch (cause) {
        // Where an uncaught error is told of, as if the task had had the turn for itself.
        queueMicrotask(() => {
          throw cause
        })
      }
    }
  }
  return (run) => {
    const task = { run }
    const queue = waiting
    queue.add(task)
    if (queue.size === 1) {
      ask ??= isPage ? createMessageAsk(runAll) : () => setTimeout(runAll, 0)
      ask()
    }
    return () => queue.delete(task)
  }
}
