import { describe, expect, test } from 'vitest'
import type { Aggregate } from '../member/aggregate.ts'
import { createTestScenario } from '../testing/testScenario.ts'

interface Presence {
  readonly value?: number
}

function createScene(aggregate: Aggregate<Presence>) {
  const reported: unknown[] = []
  const scene = createTestScenario<Presence>({ client: { aggregate, logger: ({ cause }) => reported.push(cause) } })
  const ada = (): unknown => {
    const member = scene.party('watcher').room.member('ada').getCurrent()
    return member && [member.status, member.activity, member.presence.value, member.sessions.length]
  }
  scene.party('watcher')
  const one = scene.join('ada', { value: 1 })
  scene.clock.advance(10)
  scene.join('ada#2', { value: 2 })
  void one.client.setStatus('busy')
  void one.client.setActivity({ activity: 'Coding' })
  scene.clock.advance(5_000)
  return { scene, one, ada, reported }
}

describe('how sessions fold', () => {
  test('the app chooses a session, and all that is shown is of that one', () => {
    const newest: Aggregate<Presence> = (sessions) => sessions.at(-1) ?? sessions[0]
    const { scene, ada } = createScene(newest)
    expect(ada()).toEqual(['online', undefined, 2, 2])
    scene.leave('ada#2')
    scene.clock.advance(100)
    expect(ada()).toEqual(['busy', 'Coding', 1, 1])
    scene.dispose()
  })

  test('or says itself what is shown; without presence that of the ranks’ winner stands', () => {
    const { scene, ada } = createScene((sessions) => ({ status: 'on stage', activity: `${sessions.length} tabs` }))
    expect(ada()).toEqual(['on stage', '2 tabs', 1, 2])
    scene.dispose()
  })

  test('INV-49 an equal result is the same member, and nobody is told', () => {
    const { scene, one } = createScene(() => ({ status: 'on stage', metadata: { fixed: true }, presence: {} }))
    const { room } = scene.party('watcher')
    const before = room.member('ada').getCurrent()
    expect(before).toMatchObject({ status: 'on stage', metadata: { fixed: true } })
    expect(Object.keys(before ?? {})).not.toContain('changedAt')
    void one.room.update({})
    scene.clock.advance(40_000)
    expect(room.member('ada').getCurrent()).toBe(before)
    scene.dispose()
  })

  test('what it throws is reported, and the ranks decide', () => {
    const { scene, ada, reported } = createScene(() => {
      throw new Error('mine')
    })
    expect(ada()).toEqual(['busy', 'Coding', 1, 2])
    expect(reported).toContainEqual(new Error('mine'))
    scene.dispose()
  })

  test('what it gives may be anything: without a status the ranks decide', () => {
    // A program without types may return this.
    const broken = (() => ({})) as unknown as Aggregate<Presence>
    const { scene, ada, reported } = createScene(broken)
    expect(ada()).toEqual(['busy', 'Coding', 1, 2])
    expect(reported).toContainEqual(expect.any(TypeError))
    scene.dispose()
  })
})
