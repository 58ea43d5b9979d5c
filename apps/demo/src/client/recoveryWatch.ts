/** How the last interruption of our own connection ended: whether anybody can have noticed, and how long it took. */
import type { ClientTime, Connection, StateSource } from '@rollcall/core'

export interface Recovery {
  /** `resumed`: the session stands and nothing was missed · `resynced`: a new one, everything was asked for again. */
  readonly how: 'resumed' | 'resynced'
  readonly tookMs: number
}

/** Watches from now on, for as long as somebody looks. */
export function createRecoveryWatch(connection: StateSource<Connection>, time: ClientTime) {
  let lostAt: number | undefined
  let last: Recovery | undefined
  const note = (): void => {
    const { state, recovery } = connection.getCurrent()
    if (state === 'reconnecting') lostAt ??= time.now()
    if (state !== 'connected' || lostAt === undefined) return
    last = { how: recovery ?? 'resynced', tookMs: time.now() - lostAt }
    lostAt = undefined
  }
  return {
    getCurrent: () => last,
    subscribe: (listener: () => void) => {
      note()
      return connection.subscribe(() => {
        const before = last
        note()
        if (last !== before) listener()
      })
    },
  }
}
