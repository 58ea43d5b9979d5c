/** Redux DevTools as a port: as much of the connection that their extension hands out as is used. */

export interface DevtoolsConnection {
  init(state: unknown): void
  /** One named change, and what there is after it. */
  send(action: { readonly type: string }, state: unknown): void
}

/** The extension's own word on its window; absent where it is not installed. */
const EXTENSION = '__REDUX_DEVTOOLS_EXTENSION__'

/** Connects to the extension of this page, if there is one. */
export function connectDevtools(window: object): DevtoolsConnection | undefined {
  const extension: unknown = Reflect.get(window, EXTENSION)
  const isExtension = typeof extension === 'function' || (typeof extension === 'object' && extension !== null)
  if (!isExtension || !('connect' in extension) || typeof extension.connect !== 'function') return undefined
  // The extension's documented face (its API/Methods.md); there are no types of it to import.
  return extension.connect({ name: 'Rollcall' }) as DevtoolsConnection
}
