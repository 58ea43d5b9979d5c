/**
 * Somebody made up who is only there. A browser opens 255 sockets and no more, so their sessions are held over HTTP
 * (PROTOCOL.md, chapter 7), which the server treats as any other.
 */
import type { Clock } from '@rollcall/core'
import type { DemoPerson } from '../address/demoPerson.ts'
import type { SimulatedPerson } from './simulatedCrowd.ts'

export interface QuietPersonOptions {
  readonly person: DemoPerson
  readonly room: string
  readonly clock: Pick<Clock, 'setTimer'>
  /** Posts to the server; resolves to whether it was taken. */
  readonly post: (userId: string, body: object) => Promise<boolean>
}

/** A page that is closed without a word leaves them standing for so long. */
const TTL_MS = 120_000
const RENEW_MS = 80_000

/** Resolves once they are in the room. */
export async function enterQuietPerson({ person, room, clock, post }: QuietPersonOptions): Promise<SimulatedPerson> {
  const { id } = person
  let cancel = (): void => {}
  const stay = async (): Promise<boolean> => {
    const isTaken = await post(id, { room, presence: { tab: id }, status: 'online', ttl: TTL_MS })
    // Also after a refusal: the server may be back by then.
    cancel = clock.setTimer(RENEW_MS, () => void stay())
    return isTaken
  }
  const leave = (): void => {
    cancel()
    void post(id, { status: 'offline' })
  }
  if (!(await stay())) {
    cancel()
    throw new Error('unable to simulate somebody; the server did not take them')
  }
  return { leave }
}

/** Posts as whoever one says to be: believed by a server in development mode alone. */
export async function postPresence(userId: string, body: object): Promise<boolean> {
  try {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer dev:${userId}` }
    const { ok } = await fetch('/realtime/presence/update', { method: 'POST', headers, body: JSON.stringify(body) })
    return ok
  } catch {
    return false
  }
}
