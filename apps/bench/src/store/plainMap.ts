/** The floor: a Map whose values are overwritten in place, and one listener a key. Nothing that works can do less. */
import type { PatchFrame } from '@rollcall/protocol'
import { stateOf } from './people.ts'
import type { SubjectKind } from './subject.ts'

interface PlainMember {
  seq: number
  readonly presence: Record<string, unknown>
}

const sessionId = (index: number): string => stateOf(index).sessionId

export const plainMap: SubjectKind = {
  name: 'plain Map, mutated',
  batch: 10_000,
  create: (members) => {
    const people = new Map<string, PlainMember>()
    const listeners = new Map<string, () => void>()
    for (let index = 0; index < members; index += 1) {
      const { seq, presence } = stateOf(index)
      people.set(sessionId(index), { seq, presence: { ...presence } })
    }
    const update = (key: string, seq: number, presence: Readonly<Record<string, unknown>> | undefined): void => {
      const member = people.get(key)
      if (member === undefined || seq <= member.seq) return
      member.seq = seq
      Object.assign(member.presence, presence)
      listeners.get(key)?.()
    }
    return {
      update: (frame: PatchFrame) => update(frame.sessionId, frame.seq, frame.presence),
      updateText: (text) => {
        // The wire's short keys.
        const frame: { sid: string; c: number; d: Record<string, unknown> } = JSON.parse(text)
        update(frame.sid, frame.c, frame.d)
      },
      subscribe: (index, listener) => listeners.set(sessionId(index), listener),
      dispose: () => people.clear(),
    }
  },
}
