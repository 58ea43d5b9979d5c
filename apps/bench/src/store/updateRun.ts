/** One subject in one size: updates to people chosen by chance, each newer than the last. */
import type { PatchFrame } from '@rollcall/protocol'
import { nanosecondsPerCall } from './cpuTime.ts'
import { patchOf } from './people.ts'
import type { SubjectKind } from './subject.ts'

export interface UpdateRun {
  /** ns an update. */
  sample(): number
  /** Updates so far, and those that a subscriber was told of. */
  counts(): { readonly updates: number; readonly told: number }
  dispose(): void
}

export interface UpdateRunOptions {
  readonly kind: SubjectKind
  readonly members: number
  /** `all`: each person has one subscriber, so each update tells one. `one`: one subscriber in all. */
  readonly subscribers: 'all' | 'one'
  /** Where an update begins: as a frame, or as the text of a socket. */
  readonly from: 'frame' | 'text'
}

/** The frame as it stands on the wire, made as cheaply as can be: reading it is what is measured. */
const textOf = ({ room, sessionId, seq, presence }: PatchFrame): string =>
  `{"t":"patch","r":"${room}","sid":"${sessionId}","c":${seq},"d":{"cursor":${String(presence?.['cursor'])}}}`

/** Fills the subject and subscribes. */
export function createUpdateRun({ kind, members, subscribers, from }: UpdateRunOptions): UpdateRun {
  const subject = kind.create(members)
  const times = new Uint32Array(members)
  let updates = 0
  let told = 0
  let state = 1
  for (let index = 0; index < (subscribers === 'all' ? members : 1); index += 1)
    subject.subscribe(index, () => {
      told += 1
    })
  const nextPatch = (): PatchFrame => {
    // A small generator of our own (Park and Miller's): every subject sees the same people in the same order.
    state = (state * 48_271) % 2_147_483_647
    const index = state % members
    const next = (times[index] ?? 0) + 1
    times[index] = next
    return patchOf(index, next)
  }
  const update = (): void => {
    updates += 1
    if (from === 'frame') subject.update(nextPatch())
    else subject.updateText(textOf(nextPatch()))
  }
  return {
    sample: () =>
      nanosecondsPerCall(kind.batch, () => {
        for (let count = 0; count < kind.batch; count += 1) update()
      }),
    counts: () => ({ updates, told }),
    dispose: () => subject.dispose(),
  }
}
