import { PresenceError } from '@rollcall/protocol'

/** What a call after `dispose` gets, and a promise that `dispose` cuts off. */
export function disposedError(operation: string): PresenceError {
  return new PresenceError('disposed', `unable to ${operation}; it was disposed of`, {
    hint: 'Create a new client or room, or dispose of this one later.',
  })
}
