/** Ours: a whole client with its room, from the frame to the listener of `room.member(id)`. */
import { createPresenceClient } from '@rollcall/core'
import { decodeServerMessage } from '@rollcall/protocol'
import { createHandTransport } from './handTransport.ts'
import { ROOM, stateOf, userIdOf } from './people.ts'
import type { SubjectKind } from './subject.ts'

export const rollcallRoom: SubjectKind = {
  name: 'Rollcall room',
  batch: 2_000,
  create: (members) => {
    const { transport, deliver } = createHandTransport()
    const client = createPresenceClient({ transport, awayAfter: null })
    const room = client.room(ROOM, { visible: false })
    deliver(Array.from({ length: members }, (_, index) => stateOf(index)))
    deliver([{ type: 'synced', room: ROOM, version: 1 }])
    if (room.members.getCurrent().length !== members) throw new Error('unable to fill the room; members are missing')
    return {
      update: (frame) => deliver([frame]),
      updateText: (text) =>
        deliver(
          decodeServerMessage(text).flatMap(({ frame }) =>
            frame?.type === 'patch' || frame?.type === 'state' ? [frame] : [],
          ),
        ),
      subscribe: (index, listener) => {
        room.member(userIdOf(index)).subscribe(listener)
      },
      dispose: () => client.dispose(),
    }
  },
}
