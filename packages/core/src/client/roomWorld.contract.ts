/** Random lives of a few tabs in one room, for the properties of whole clients. */
import fc from 'fast-check'
import type { Member } from '../member/member.ts'
import type { TestNetworkOptions } from '../testing/testNetwork.ts'
import { createTestScenario } from '../testing/testScenario.ts'

export interface RoomPresence {
  readonly value?: number
}

type WorldMember = Member<RoomPresence, unknown>

/** Two tabs of one person, and somebody else. */
export const TABS = ['alice', 'bob', 'bob#2'] as const

export type Verb = 'enter' | 'leave' | 'update' | 'type' | 'stop' | 'drop' | 'restore' | 'wait' | 'skew'

export interface RoomStep {
  readonly tab: number
  readonly do: Verb
  readonly value: number
}

/** Lives made of `verbs`; one named twice is twice as likely. */
export const livesOf = (...verbs: readonly Verb[]): fc.Arbitrary<readonly RoomStep[]> =>
  fc.array(
    fc.record<RoomStep>({
      tab: fc.nat({ max: TABS.length - 1 }),
      do: fc.constantFrom(...verbs),
      value: fc.nat({ max: 4 }),
    }),
    { maxLength: 12 },
  )
/** Nobody's line breaks. */
export const calmLives = livesOf('enter', 'enter', 'update', 'update', 'leave', 'type', 'stop', 'wait', 'wait')
export const roughLives = livesOf(
  'enter',
  'enter',
  'update',
  'update',
  'leave',
  'type',
  'drop',
  'restore',
  'wait',
  'wait',
)

const WAITS_MS = [10, 120, 1_000, 7_000, 40_000]

/** All tabs open, connected and looking; nobody is in the room. */
export function createRoomWorld(options: TestNetworkOptions = {}) {
  const scene = createTestScenario<RoomPresence, unknown>(options)
  const { clock, network } = scene
  const tabs = TABS.map((name) => {
    const { room, userId, client } = scene.party(name)
    const trace: string[] = []
    room.events.subscribe(({ type, member, reason }) => trace.push(`${type} ${member.userId} ${reason ?? ''}`))
    return { name, userId, room, client, trace, said: undefined as number | undefined }
  })
  clock.advance(1_000)
  const perform = (step: RoomStep): void => {
    const tab = tabs[step.tab]
    if (tab === undefined) return
    const { name, room } = tab
    if (step.do === 'enter' || (step.do === 'update' && tab.said !== undefined)) {
      tab.said = step.value
      if (step.do === 'enter') scene.join(name, { value: step.value })
      else scene.update(name, { value: step.value })
    } else if (step.do === 'leave') {
      tab.said = undefined
      scene.leave(name)
    } else if (step.do === 'type') scene.type(name, 'text')
    else if (step.do === 'stop') room.typing.stop('text')
    else if (step.do === 'drop') scene.drop(name)
    else if (step.do === 'restore') scene.resume(name)
    else if (step.do === 'skew') scene.skew(name, (step.value - 2) * 3_600_000)
    else clock.advance(WAITS_MS[step.value] ?? 0)
  }
  return {
    scene,
    clock,
    network,
    tabs,
    perform,
    restoreAll: () => {
      for (const { name } of tabs) scene.resume(name)
    },
    views: () => tabs.map(({ room }) => essence(room.members.getCurrent())),
    dispose: () => scene.dispose(),
  }
}

export type RoomWorld = ReturnType<typeof createRoomWorld>

const asText = (people: readonly (readonly [userId: string, values: readonly number[]])[]): string =>
  people
    .map(([userId, values]) => `${userId} ${values.toSorted((left, right) => left - right).join()}`)
    .toSorted()
    .join('; ')

/** Who is there with what, as text: order of entering differs where frames overtake each other. */
export function essence(members: readonly WorldMember[]): string {
  return asText(
    members.map(({ userId, sessions }) => [userId, sessions.map(({ presence }) => presence.value ?? -1)] as const),
  )
}

/** The same of what everybody wants others to see. */
export function truth({ tabs }: RoomWorld): string {
  const people = new Map<string, number[]>()
  for (const { userId, said } of tabs) if (said !== undefined) people.set(userId, [...(people.get(userId) ?? []), said])
  return asText([...people])
}
