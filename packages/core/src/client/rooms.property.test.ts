/** Whole clients, at every step of their lives. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calmLives, createRoomWorld, livesOf, roughLives, TABS } from './roomWorld.contract.ts'

const RUNS = { numRuns: 1_000 }
/** Seconds of a machine with nothing else to do; some more on a busy one. */
const SLOW = { timeout: 20_000 }

describe('what is seen of a room', SLOW, () => {
  test('INV-7 at every step the events add up to the view; enter and leave of a person alternate', () => {
    fc.assert(
      fc.property(roughLives, (life) => {
        const world = createRoomWorld({ latency: 5 })
        const folded = world.tabs.map(() => new Set<string>())
        for (const step of life) {
          for (const { trace } of world.tabs) trace.length = 0
          world.perform(step)
          world.tabs.forEach(({ trace, room }, index) => {
            const people = folded[index] ?? new Set()
            const wrong = trace.filter((line) => {
              const [type = '', who = ''] = line.split(' ')
              const isEntering = type === 'enter' || type === 'present'
              const isWrong = people.has(who) === isEntering
              if (isEntering) people.add(who)
              if (type === 'leave') people.delete(who)
              return isWrong
            })
            expect(wrong).toEqual([])
            const seen = room.members.getCurrent().map(({ userId }) => userId)
            expect(seen.toSorted()).toEqual([...people].toSorted())
          })
        }
        world.dispose()
      }),
      RUNS,
    )
  })

  test('INV-10 nobody is their own other, whatever their other tabs do', () => {
    fc.assert(
      fc.property(roughLives, (life) => {
        const world = createRoomWorld({ latency: 5 })
        for (const step of life) {
          world.perform(step)
          const seesSelf = world.tabs.some(({ room, userId }) =>
            room.others.getCurrent().some((member) => member.userId === userId),
          )
          expect(seesSelf).toBe(false)
        }
        world.dispose()
      }),
      RUNS,
    )
  })

  test('INV-22 what happens in a room happens in no other', () => {
    fc.assert(
      fc.property(roughLives, (life) => {
        const world = createRoomWorld({ latency: 5 })
        const heard: string[] = []
        const elsewhere = world.tabs.map(({ client }) => client.room('elsewhere', { visible: false }))
        for (const room of elsewhere) room.events.subscribe(({ type }) => heard.push(type))
        const before = elsewhere.map((room) => room.members.getCurrent())
        life.forEach(world.perform)
        expect(heard).toEqual([])
        elsewhere.forEach((room, index) => expect(room.members.getCurrent()).toBe(before[index]))
        world.dispose()
      }),
      RUNS,
    )
  })

  test('INV-45 who types is there: typers are members, in every view and at every step', () => {
    fc.assert(
      fc.property(
        livesOf('enter', 'type', 'type', 'stop', 'leave', 'drop', 'restore', 'wait'),
        fc.nat(),
        (life, seed) => {
          const world = createRoomWorld({ seed: seed + 1, latency: [0, 40], loss: 0.2, reorder: 0.3, duplicate: 0.2 })
          for (const step of life) {
            world.perform(step)
            for (const { room } of world.tabs) {
              const members = new Set(room.members.getCurrent())
              const strangers = room.typing
                .typers('text')
                .getCurrent()
                .filter((typer) => !members.has(typer))
              expect(strangers).toEqual([])
            }
          }
          world.dispose()
        },
      ),
      RUNS,
    )
  })

  test('INV-44 nobody types 10 s after everybody has stopped, whatever was lost', () => {
    fc.assert(
      fc.property(livesOf('enter', 'type', 'type', 'stop', 'wait', 'drop', 'restore'), fc.nat(), (life, seed) => {
        const world = createRoomWorld({ seed: seed + 1, latency: [0, 40], loss: 0.3, reorder: 0.2, duplicate: 0.2 })
        life.forEach(world.perform)
        world.clock.advance(14_000)
        for (const { room } of world.tabs) expect(room.typing.typers('text').getCurrent()).toEqual([])
        world.dispose()
      }),
      RUNS,
    )
  })
})

describe('what is said, and when nothing is', SLOW, () => {
  test('INV-17 who only looks says nothing of itself, whatever else it does', () => {
    fc.assert(
      fc.property(livesOf('update', 'leave', 'type', 'stop', 'drop', 'restore', 'wait', 'skew'), (life) => {
        const world = createRoomWorld({ latency: 5 })
        life.forEach(world.perform)
        for (const { client, room } of world.tabs) {
          void client.setStatus('busy')
          void client.setActivity({ activity: 'Reading' })
          void room.rollCall()
        }
        world.restoreAll()
        world.clock.advance(40_000)
        expect([...world.network.countFrames().byType.keys()]).toEqual(['rollCall'])
        world.dispose()
      }),
      RUNS,
    )
  })

  test('INV-21 after dispose there is no timer, and nothing is said', () => {
    fc.assert(
      fc.property(roughLives, (life) => {
        const world = createRoomWorld({ latency: 5 })
        life.forEach(world.perform)
        world.dispose()
        const said = world.network.countFrames()
        // What is on its way arrives, at nobody.
        world.clock.advance(50)
        expect(world.clock.pending()).toBe(0)
        world.clock.advance(200_000)
        expect(world.network.countFrames()).toEqual(said)
      }),
      RUNS,
    )
  })

  test('INV-15 an outage that changed nothing is no event, however long it was', () => {
    fc.assert(
      fc.property(
        calmLives,
        fc.nat({ max: TABS.length - 1 }),
        fc.integer({ min: 1, max: 300_000 }),
        (life, who, ms) => {
          const world = createRoomWorld({ latency: 5 })
          life.forEach(world.perform)
          world.clock.advance(10_000)
          const tab = world.tabs[who]
          if (tab === undefined) return
          const before = world.views()[who]
          tab.trace.length = 0
          world.scene.drop(tab.name)
          world.clock.advance(ms)
          world.scene.resume(tab.name)
          world.clock.advance(10_000)
          expect(tab.trace).toEqual([])
          expect(world.views()[who]).toEqual(before)
          world.dispose()
        },
      ),
      RUNS,
    )
  })

  test('INV-16 nobody is blamed for silence while our own line is down, also who really went', () => {
    fc.assert(
      fc.property(calmLives, fc.subarray(TABS.slice(1)), fc.integer({ min: 1, max: 300_000 }), (life, gone, ms) => {
        const world = createRoomWorld({ latency: 5 })
        life.forEach(world.perform)
        world.clock.advance(10_000)
        const [alice] = world.tabs
        if (alice === undefined) return
        const before = world.views()[0]
        alice.trace.length = 0
        world.scene.drop(alice.name)
        for (const name of gone) world.scene.kill(name)
        world.clock.advance(ms)
        expect(alice.trace).toEqual([])
        expect(world.views()[0]).toBe(before)
        world.dispose()
      }),
      RUNS,
    )
  })
})
