import { describe, expect, test } from 'vitest'
import { createTestScenario } from './testScenario.ts'

interface Presence {
  readonly x?: number
}

describe('the verbs of a scenario', () => {
  test('join, update, type and leave are seen by who looks; two tabs are one person', () => {
    const scene = createTestScenario<Presence>({ latency: 5 })
    const seen = (): unknown =>
      scene
        .party('watcher')
        .room.members.getCurrent()
        .map(({ userId, sessions, presence, typing }) => [userId, sessions.length, presence.x, typing])
    scene.party('watcher')
    scene.join('ada', { x: 1 })
    scene.join('ada#2', { x: 1 })
    scene.clock.advance(1_000)
    expect(seen()).toEqual([['ada', 2, 1, []]])
    scene.leave('ada#2')
    scene.update('ada', { x: 2 })
    scene.type('ada', 'title')
    scene.clock.advance(200)
    expect(seen()).toEqual([['ada', 1, 2, ['title']]])
    scene.leave('ada')
    scene.clock.advance(200)
    expect(seen()).toEqual([])
    expect(scene.countFrames().byType.get('disconnect')).toBe(2)
    scene.dispose()
    expect(scene.clock.pending()).toBe(0)
  })

  test('who loses the line does not leave, who is killed is missed after 90 s, a skewed clock shows nowhere', () => {
    const scene = createTestScenario<Presence>({ latency: 5 })
    const trace: string[] = []
    // Between peers a new connection is a new session; of the person, that is an update.
    scene.party('watcher').room.events.subscribe(({ type, member, reason }) => {
      if (type !== 'update') trace.push([type, member.userId, ...(reason === undefined ? [] : [reason])].join(' '))
    })
    scene.join('ada')
    scene.join('bob')
    scene.clock.advance(1_000)
    scene.skew('ada', 3_600_000)
    scene.drop('ada')
    scene.kill('bob')
    scene.clock.advance(40_000)
    scene.resume('ada')
    scene.clock.advance(60_000)
    expect(trace).toEqual(['enter ada', 'enter bob', 'leave bob timeout'])
    scene.dispose()
  })

  test('an update before entering is refused as it is in an app', () => {
    const scene = createTestScenario<Presence>()
    expect(() => scene.update('ada', { x: 1 })).toThrow(expect.objectContaining({ code: 'not_entered' }))
    scene.dispose()
  })
})
