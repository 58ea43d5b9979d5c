/**
 * What a room holds for each of 10,000 members beside the members' own data: the decoded frames themselves, kept in a
 * plain array, are the floor; kept in a Map by id they are the peer.
 */
import { createPresenceClient, type PresenceClient } from '@rollcall/core'
import { decodeServerMessage, encodeServerFrame, type StateFrame } from '@rollcall/protocol'
import { createHandTransport } from '../store/handTransport.ts'
import { ROOM, stateOf, userIdOf } from '../store/people.ts'
import { formatNumber, formatSpread, spreadOf } from '../report/spread.ts'
import { formatGoal, formatTable } from '../report/table.ts'
import { bytesHeldBy } from './heap.ts'

const MEMBERS = 10_000
const ROUNDS = 5
const GOAL_BYTES = 1_024

const texts = Array.from({ length: MEMBERS }, (_, index) => encodeServerFrame(stateOf(index)))

/** Decoded anew for each: nobody shares strings or objects with anybody. */
function* decodedStates(): Generator<StateFrame> {
  for (const text of texts) for (const { frame } of decodeServerMessage(text)) if (frame?.type === 'state') yield frame
}

function createFullRoom() {
  const { transport, deliver } = createHandTransport()
  const client = createPresenceClient({ transport, awayAfter: null })
  const room = client.room(ROOM, { visible: false })
  for (const frame of decodedStates()) deliver([frame])
  deliver([{ type: 'synced', room: ROOM, version: 1 }])
  return { client, room }
}
type FullRoom = ReturnType<typeof createFullRoom>

interface Row {
  readonly name: string
  make(): unknown
}

const clients = new Set<PresenceClient>()
const kept = ({ client, room }: FullRoom): FullRoom => {
  clients.add(client)
  return { client, room }
}
const rows: readonly Row[] = [
  { name: 'own data: decoded frames in an array', make: () => [...decodedStates()] },
  {
    name: 'the same in a Map by id',
    make: () => new Map([...decodedStates()].map((frame) => [frame.sessionId, frame])),
  },
  { name: 'room, nothing read yet', make: () => kept(createFullRoom()) },
  {
    name: 'room, list of members read',
    make: () => {
      const full = kept(createFullRoom())
      return { full, list: full.room.members.getCurrent() }
    },
  },
  {
    name: 'room, list read and a listener per member',
    make: () => {
      const full = kept(createFullRoom())
      const list = full.room.members.getCurrent()
      const stops = list.map((_, index) => full.room.member(userIdOf(index)).subscribe(() => {}))
      return { full, list, stops }
    },
  },
]

/** Measures, prints. */
export function memoryBench(): void {
  // Once unmeasured: code that is compiled on the way is no member's.
  for (const row of rows) row.make()
  const measured = rows.map((row) => {
    const values = Array.from({ length: ROUNDS }, () => {
      for (const client of clients) client.dispose()
      clients.clear()
      return bytesHeldBy(() => row.make()) / MEMBERS
    })
    return { name: row.name, values }
  })
  const own = spreadOf(measured[0]?.values ?? []).median
  console.log(
    formatTable({
      title: `bytes of heap per member, ${MEMBERS.toLocaleString('en')} members, median [min..max] of ${ROUNDS} rounds`,
      headings: ['', 'bytes', 'beside own data', '÷ own data'],
      rows: measured.map(({ name, values }) => {
        const spread = spreadOf(values)
        return [name, formatSpread(spread), formatNumber(spread.median - own), formatNumber(spread.median / own)]
      }),
    }),
  )
  // A listener is the app's own wish and no part of a member: shown, but no goal.
  for (const { name, values } of measured.slice(2, 4)) {
    const beside = spreadOf(values).median - own
    console.log(formatGoal(`${name}: ≤ ${GOAL_BYTES} B beside own data`, formatNumber(beside), beside <= GOAL_BYTES))
  }
  for (const client of clients) client.dispose()
}
