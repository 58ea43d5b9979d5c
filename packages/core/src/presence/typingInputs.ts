/** Which inputs a session is typing in, and until when: the receiving half of typing, pure. */
import { TIMES } from '@rollcall/protocol'

export interface TypingInputs {
  readonly inputs: readonly string[]
  /** In the order of `inputs`, on our monotonic clock. */
  readonly until: readonly number[]
}

const NONE: readonly never[] = Object.freeze([])
export const NOT_TYPING: TypingInputs = { inputs: NONE, until: NONE }

/**
 * Learnt from the list in a `state`: the last `on` behind it may be as old as the repeat, so it
 * is believed for that much less than one that was heard (INV-44).
 */
const LEARNT_FOR_MS = TIMES.typingExpiryMs - TIMES.typingRepeatMs

/** `on` was heard: starts, or goes on without a new list. */
export function startTyping(typing: TypingInputs, input: string, now: number): TypingInputs {
  const deadline = now + TIMES.typingExpiryMs
  const index = typing.inputs.indexOf(input)
  return index === -1
    ? { inputs: Object.freeze([...typing.inputs, input]), until: [...typing.until, deadline] }
    : { inputs: typing.inputs, until: typing.until.with(index, deadline) }
}

/** Keeps the inputs for which `keeps` says so; the same object where that is all of them. */
function keepInputs(typing: TypingInputs, keeps: (input: string, until: number) => boolean): TypingInputs {
  const kept = typing.inputs.map((input, index) => keeps(input, typing.until[index] ?? 0))
  if (!kept.includes(false)) return typing
  if (!kept.includes(true)) return NOT_TYPING
  return {
    inputs: Object.freeze(typing.inputs.filter((_, index) => kept[index])),
    until: typing.until.filter((_, index) => kept[index]),
  }
}

/** `off` was heard. */
export function stopTyping(typing: TypingInputs, input: string): TypingInputs {
  return keepInputs(typing, (other) => other !== input)
}

/** Drops what has run out. */
export function expireTyping(typing: TypingInputs, now: number): TypingInputs {
  return keepInputs(typing, (_, until) => until > now)
}

/** Adds what a `state` lists and was not known; what was known keeps its deadline. */
export function learnTyping(typing: TypingInputs, listed: readonly string[], now: number): TypingInputs {
  const added = listed.filter((input) => !typing.inputs.includes(input))
  if (added.length === 0) return typing
  return {
    inputs: Object.freeze([...typing.inputs, ...added]),
    until: [...typing.until, ...added.map(() => now + LEARNT_FOR_MS)],
  }
}
