/**
 * Who waits for what was said to be accepted. Without a connection they wait; what a frame
 * carries settles with that frame: by its answer, or (where the medium gives none) once it is sent.
 */
import type { PresenceError } from '@rollcall/protocol'

/** Hears once: accepted, or refused with the error. */
export type Settle = (error?: PresenceError) => void

export interface Carried {
  /** Number to put on the frame. */
  readonly request: number | undefined
  sent(): void
  /** Not transmitted: those who waited wait on. */
  failed(): void
}

export interface Settlements {
  add(settle: Settle): void
  /** Takes all who wait along with the next frame. `onRefused` says whether it will be said again. */
  carry(onRefused: (error: PresenceError) => boolean): Carried
  /** There is nothing (more) to say: accepted with what is on its way, or now. */
  nothingToSay(): void
  /** A new connection: whatever was on its way is waiting again. `true` where there was something. */
  reconnected(): boolean
  /** All hear the error, but for `kept`: it goes on waiting for the answer to what carries it. */
  dispose(error: PresenceError, kept?: Settle): void
}

export interface SettlementsOptions {
  openRequest(settle: (error?: PresenceError) => void): number | undefined
  closeRequest(request: number): void
  /** Told of each refusal: whether anybody looks at the promise cannot be known. */
  refused(error: PresenceError): void
}

/** Makes an empty one. */
export function createSettlements(options: SettlementsOptions): Settlements {
  const inFlight = new Map<number, Settle[]>()
  let waiting: Settle[] = []

  const takeWaiting = (): Settle[] => {
    const taken = waiting
    waiting = []
    return taken
  }
  const refuse = (settles: readonly Settle[], error: PresenceError, isHandled: () => boolean): void => {
    // Back in line first: whoever handles the refusal may speak again at once, and take them along.
    waiting = [...settles, ...waiting]
    if (isHandled()) return
    waiting = waiting.filter((settle) => !settles.includes(settle))
    for (const settle of settles) settle(error)
    options.refused(error)
  }
  return {
    add: (settle) => {
      waiting.push(settle)
    },
    carry: (onRefused) => {
      const settles = takeWaiting()
      const request = options.openRequest((error) => {
        if (request !== undefined) inFlight.delete(request)
        if (error === undefined) for (const settle of settles) settle()
        else refuse(settles, error, () => onRefused(error))
      })
      return {
        request,
        sent: () => {
          if (request === undefined) for (const settle of settles) settle()
          else inFlight.set(request, settles)
        },
        failed: () => {
          if (request !== undefined) options.closeRequest(request)
          waiting = [...settles, ...waiting]
        },
      }
    },
    nothingToSay: () => {
      const last = [...inFlight.values()].at(-1)
      const settles = takeWaiting()
      if (last === undefined) for (const settle of settles) settle()
      else last.push(...settles)
    },
    reconnected: () => {
      const settles = [...inFlight.values()].flat()
      const hadSome = inFlight.size > 0
      for (const request of inFlight.keys()) options.closeRequest(request)
      inFlight.clear()
      waiting = [...settles, ...waiting]
      return hadSome
    },
    dispose: (error, kept) => {
      const settles = [...[...inFlight.values()].flat(), ...takeWaiting()]
      for (const [request, carried] of inFlight) {
        if (kept !== undefined && carried.includes(kept)) carried.splice(0, carried.length, kept)
        else {
          options.closeRequest(request)
          inFlight.delete(request)
        }
      }
      for (const settle of settles) if (settle !== kept) settle(error)
    },
  }
}
