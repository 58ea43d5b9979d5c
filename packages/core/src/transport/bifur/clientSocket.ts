/** What the stock client takes for a WebSocket, in our hands: it hears what we let through, and we see what it sends. */

export interface ClientSocket {
  /** For `createClient`. */
  readonly socket: WebSocket
  /** Lets the client hear `text`. */
  hear(text: string): void
  /** The client must not send any more. */
  close(): void
}

type MessageListener = (event: { readonly data: string }) => void

/** @param send told of each message of the client's, until `close` */
export function createClientSocket(send: (text: string) => void): ClientSocket {
  const listeners = new Set<MessageListener>()
  let isOpen = true
  // As much as the client touches: it listens to messages, sends, and looks whether the socket is closing or closed.
  const socket = {
    OPEN: 1,
    CLOSING: 2,
    CLOSED: 3,
    get readyState(): number {
      return isOpen ? 1 : 3
    },
    addEventListener: (type: string, listener: MessageListener): void => {
      if (type === 'message') listeners.add(listener)
    },
    removeEventListener: (_type: string, listener: MessageListener): void => {
      listeners.delete(listener)
    },
    send: (text: string): void => {
      if (isOpen) send(text)
    },
  }
  return {
    // The client's type asks for all of a WebSocket; its source uses the above.
    socket: socket as unknown as WebSocket,
    hear: (text) => {
      for (const listener of listeners) listener({ data: text })
    },
    close: () => {
      isOpen = false
    },
  }
}
