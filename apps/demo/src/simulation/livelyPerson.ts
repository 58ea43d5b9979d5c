/** Somebody made up who types, points and changes what they do, over a transport of their own. */
import { createPresenceClient, type Random, type TransportFactory } from '@rollcall/core'
import type { DemoPerson } from '../address/demoPerson.ts'
import type { DemoInfo, DemoPresence } from '../client/demoPresence.ts'
import type { SimulatedPerson } from './simulatedCrowd.ts'

export interface LivelyPersonOptions {
  readonly person: DemoPerson
  readonly room: string
  readonly transport: TransportFactory
  readonly random: Pick<Random, 'fraction'>
}

const ACTIVITIES = ['Coding', 'Debugging', 'Idle']
/** Between two deeds. */
const PAUSE_MS = 2500
const STEPS = 12
const STEP_MS = 80

/** Resolves once they are in the room. */
export async function enterLivelyPerson(options: LivelyPersonOptions): Promise<SimulatedPerson> {
  const { person, random, transport } = options
  const { id, name } = person
  const client = createPresenceClient<DemoPresence, DemoInfo>({
    transport,
    user: { id, info: { name } },
    awayAfter: null,
  })
  const room = client.room(options.room, { initialPresence: { tab: id }, subscribe: false })
  const board = room.moves('board')
  const { time } = client
  let cancel = (): void => {}
  const later = (ms: number, task: () => void): void => {
    cancel = time.setTimer(ms, task)
  }
  const point = (x: number, y: number, left: number): void => {
    board.move([x, y])
    if (left === 0) return later(PAUSE_MS * (1 + random.fraction()), act)
    const drift = () => (random.fraction() - 0.5) / 10
    return later(STEP_MS, () => point(clamp(x + drift()), clamp(y + drift()), left - 1))
  }
  const act = (): void => {
    const chance = random.fraction()
    if (chance < 0.4) return point(random.fraction(), random.fraction(), STEPS)
    if (chance < 0.7) room.typing.keystroke()
    // Refused only when the client is gone.
    else client.setActivity({ activity: ACTIVITIES[Math.floor(random.fraction() * 3)] ?? null }).catch(() => {})
    return later(PAUSE_MS * (1 + random.fraction()), act)
  }
  try {
    await room.enter({ tab: id })
  } catch (error) {
    client.dispose()
    throw error
  }
  later(PAUSE_MS * random.fraction(), act)
  return {
    leave: () => {
      cancel()
      client.dispose()
    },
  }
}

function clamp(share: number): number {
  return Math.min(0.95, Math.max(0.05, share))
}
