/** Takes each frame to whom it concerns: a room by its id, an answer by its number, a person by the rest. */
import type { MemberFrame, PresenceError, SelfStatus } from '@rollcall/protocol'
import type { RoomFrame } from '../presence/roomFrame.ts'
import type { IncomingFrame } from '../transport/transport.ts'
import { toPresenceError, type Requests } from './requests.ts'

export interface IncomingFrames {
  receive(frame: IncomingFrame): void
}

export interface IncomingFramesOptions {
  readonly requests: Requests
  toRoom(frame: RoomFrame): void
  toPeople(frame: MemberFrame): void
  toSelf(self: SelfStatus): void
  /** The right to see a room was taken away. */
  toDismissed(room: string, error: PresenceError): void
  /** Told of errors and warnings that nobody waits for. */
  report(error: PresenceError): void
}

/** Makes the router of a client. */
export function createIncomingFrames(options: IncomingFramesOptions): IncomingFrames {
  const { requests } = options
  const takeUnasked = (error: PresenceError): void => {
    const { room, action } = error.details ?? {}
    if (error.code === 'forbidden' && action === 'see' && typeof room === 'string') options.toDismissed(room, error)
    options.report(error)
  }
  return {
    receive: (frame) => {
      switch (frame.type) {
        case 'ack':
          return requests.acked(frame.request)
        case 'error':
          if (!requests.refused(frame)) takeUnasked(toPresenceError(frame))
          return undefined
        case 'self':
          return options.toSelf(frame.self)
        // A token that ends soon is the connection's business; it has seen the frame before us.
        case 'warn':
          return undefined
        case 'sync':
        case 'appeared':
        case 'changed':
        case 'gone':
          return options.toPeople(frame)
        default:
          return options.toRoom(frame)
      }
    },
  }
}
