import { PresenceError, type FrameProblem } from '@rollcall/protocol'

/**
 * Counts what could not be read and tells of it; nothing else is harmed. Types we do not know are
 * left alone: a newer end may speak them (PROTOCOL.md, chapter 1).
 */
export function createUnreadableFrames(report: (error: PresenceError) => void): (problem: FrameProblem) => void {
  let count = 0
  return (problem) => {
    if (!problem.malformed && problem.code === 'bad_frame') return
    count += 1
    report(new PresenceError(problem.code, `unable to read a frame; ${problem.message}`, { details: { count } }))
  }
}
