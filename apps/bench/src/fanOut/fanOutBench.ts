/**
 * A change costs its followers, whoever else is connected: frames are counted at every connection of the real server
 * over in-process channels, none are timed. Telling everybody is the peer, one frame a follower the floor.
 */
import { formatGoal, formatTable } from '../report/table.ts'
import { createCountingServer, type CountingClient } from './countingServer.ts'

const FOLLOWERS = 20
const OTHERS = [10, 1_000, 10_000] as const

interface Counted {
  readonly others: number
  readonly change: string
  readonly toFollowers: number
  readonly toOthers: number
}

const sum = (clients: readonly CountingClient[]): number =>
  clients.reduce((frames, client) => frames + client.take(), 0)

async function count(others: number): Promise<readonly Counted[]> {
  const { server, connect, quiet } = createCountingServer()
  const alice = connect('alice')
  const crowd = Array.from({ length: others }, (_, index) => connect(`other-${index}`))
  const followers = Array.from({ length: FOLLOWERS }, (_, index) => connect(`follower-${index}`))
  for (const follower of followers) follower.say({ t: 'follow', ids: ['alice'] })
  await quiet()
  const counted: Counted[] = []
  const observe = async (change: string, act: () => void): Promise<void> => {
    for (const client of [alice, ...crowd, ...followers]) client.take()
    act()
    await quiet()
    counted.push({ others, change, toFollowers: sum(followers), toOthers: sum([alice, ...crowd]) })
  }
  await observe('activity', () => alice.say({ t: 'statusUpdate', a: 'Coding' }))
  await observe('status', () => alice.say({ t: 'statusUpdate', s: 'busy' }))
  await observe('goes', () => alice.say({ t: 'bye', reason: 'leave' }))
  server.dispose()
  return counted
}

/** Counts, prints. */
export async function fanOutBench(): Promise<void> {
  const all: Counted[] = []
  for (const others of OTHERS) all.push(...(await count(others)))
  console.log(
    formatTable({
      title: `frames written for one change of a person with ${FOLLOWERS} followers`,
      headings: ['change', 'other connections', 'to followers', 'to others', '÷ floor', 'told to everybody'],
      rows: all.map(({ change, others, toFollowers, toOthers }) => [
        change,
        others.toLocaleString('en'),
        String(toFollowers),
        String(toOthers),
        ((toFollowers + toOthers) / FOLLOWERS).toFixed(2),
        (FOLLOWERS + others).toLocaleString('en'),
      ]),
    }),
  )
  const isMet = all.every(({ toFollowers, toOthers }) => toFollowers === FOLLOWERS && toOthers === 0)
  console.log(
    formatGoal('frames = follower connections, whoever else is there', isMet ? 'always' : 'not always', isMet),
  )
}
