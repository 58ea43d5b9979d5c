/**
 * Runs tasks one after another, also those that a task brings about: an event that arrives while
 * another is being worked on (a channel that answers at once, a listener that disposes) waits.
 */
export function createTurnQueue(): (task: () => void) => void {
  const tasks: (() => void)[] = []
  let running = false
  return (task) => {
    tasks.push(task)
    if (running) return
    running = true
    try {
      for (let next = tasks.shift(); next !== undefined; next = tasks.shift()) next()
    } finally {
      running = false
    }
  }
}
