/** Another process of a benchmark, and one exchange of messages with it after the other. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Child {
  /** Sends `message` and waits for the next that comes back. Rejects when the process ends instead. */
  ask(message: unknown): Promise<unknown>
  end(): Promise<void>
}

/** Starts `file` of this folder as a process of its own. */
export function startChild(file: string): Child {
  const child = fork(join(import.meta.dirname, file), { execArgv: ['--conditions=@rollcall/source'] })
  const ended = once(child, 'exit')
  return {
    ask: async (message) => {
      const answered = once(child, 'message').then(([answer]): unknown => answer)
      child.send(Object(message))
      const gone = ended.then(([code]): never => {
        throw new Error(`unable to go on; ${file} ended with ${String(code)}`)
      })
      return await Promise.race([answered, gone])
    },
    end: async () => {
      child.disconnect()
      await ended
    },
  }
}
