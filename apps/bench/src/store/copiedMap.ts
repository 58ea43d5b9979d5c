/** The peer: a new Map per update in a store that tells everybody, who select and compare; how presence is often kept. */
import { isSameValue, type PatchFrame, type StateFrame } from '@rollcall/protocol'
import { patchOf, stateOf } from './people.ts'
import type { SubjectKind } from './subject.ts'

export const copiedMap: SubjectKind = {
  name: 'Map copied per update',
  batch: 20,
  create: (members) => {
    let people: ReadonlyMap<string, StateFrame> = new Map(
      Array.from({ length: members }, (_, index) => [stateOf(index).sessionId, stateOf(index)]),
    )
    const listeners = new Set<() => void>()
    const update = ({ sessionId, seq, presence }: PatchFrame): void => {
      const member = people.get(sessionId)
      if (member === undefined || isSameValue(member.presence, presence)) return
      people = new Map(people).set(sessionId, { ...member, seq, presence: { ...member.presence, ...presence } })
      for (const listener of listeners) listener()
    }
    return {
      update,
      updateText: (text) => {
        const frame: { sid: string; c: number; d: Record<string, unknown> } = JSON.parse(text)
        update({ ...patchOf(0, 0), sessionId: frame.sid, seq: frame.c, presence: frame.d })
      },
      subscribe: (index, listener) => {
        const { sessionId } = stateOf(index)
        let last = people.get(sessionId)
        listeners.add(() => {
          const next = people.get(sessionId)
          if (next === last) return
          last = next
          listener()
        })
      },
      dispose: () => listeners.clear(),
    }
  },
}
