/**
 * Zustand, or any store: each source of ours has `getCurrent` and `subscribe`, and keeps the identity of what did not
 * change. The library is no dependency of ours; what is used of it stands here by its shape.
 */
import { createPresenceClient, webSocket } from '@rollcall/core'

declare function createStore<T>(initial: () => T): { setState(patch: Partial<T>): void; getState(): T }

// #region store
const client = createPresenceClient({ transport: webSocket({ url: '/realtime' }) })
const room = client.room('doc:42')

export const store = createStore(() => ({
  others: room.others.getCurrent(),
  connection: client.connection.getCurrent().state,
}))

const stops = [
  room.others.subscribe(() => store.setState({ others: room.others.getCurrent() })),
  client.connection.subscribe(() => store.setState({ connection: client.connection.getCurrent().state })),
]

/** Where the store ends, as in a test. */
export function end() {
  for (const stop of stops) stop()
  room.dispose()
}
// #endregion
