import { PresenceError } from '@rollcall/protocol'

/**
 * Counts events of types that we do not know, and tells of the first, second, fourth, … of them: a newer server may
 * send them all day long.
 */
export function createSkippedEvents(report: (error: PresenceError) => void): (type: string) => void {
  let count = 0
  return (type) => {
    count += 1
    if (!Number.isInteger(Math.log2(count))) return
    const reason = `its type ${JSON.stringify(type.slice(0, 64))} is not known`
    report(new PresenceError('bad_frame', `unable to read a presence event; ${reason}`, { details: { count } }))
  }
}
