import { describe, expect, test } from 'vitest'
import { connectDevtools } from '../environment/devtools.ts'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestRandom } from '../testing/testRandom.ts'
import { createTestScenario } from '../testing/testScenario.ts'
import { memory } from '../transport/memoryTransport.ts'
import { createPresenceClient } from './createPresenceClient.ts'
import type { DevtoolsState } from './devtoolsTrace.ts'

function createDevtools() {
  const sent: { readonly type: string; readonly room?: string }[] = []
  const states: DevtoolsState[] = []
  let inits = 0
  // What a page of the extension hands out.
  const connection = {
    init: () => {
      inits += 1
    },
    send: (action: { readonly type: string }, state: unknown) => {
      sent.push(action)
      // The port says `unknown`; this is what ours sends.
      states.push(state as DevtoolsState)
    },
  }
  const takeTypes = (): readonly string[] => sent.splice(0).map(({ type }) => type)
  return { connection, sent, states, takeTypes, inits: () => inits }
}

function createScene(devtools: boolean | ReturnType<typeof createDevtools>['connection'], extension?: object) {
  const scene = createTestScenario<{ x?: number }>()
  const environment = {
    ...createTestEnvironment({ clock: scene.clock, random: createTestRandom(99) }),
    connectDevtools: () => connectDevtools(extension ?? {}),
  }
  const client = createPresenceClient<{ x?: number }>({
    transport: memory(scene.network.party('me')),
    user: { id: 'me', info: {} },
    environment,
    awayAfter: null,
    devtools,
  })
  const room = client.room('room', { visible: false })
  scene.clock.advance(1_000)
  return { scene, client, room }
}

describe('Redux DevTools', () => {
  test('hear what happened by name, with what there is at the end of the turn', () => {
    const devtools = createDevtools()
    const { scene, client, room } = createScene(devtools.connection)
    expect(devtools.takeTypes()).toEqual([
      'connection/connecting',
      'connection/connected',
      'client/identified',
      'presence/synced',
    ])
    expect(devtools.inits()).toBe(1)
    scene.join('ada', { x: 1 })
    scene.clock.runDeferred()
    expect(devtools.takeTypes()).toEqual(['presence/announced'])
    expect(devtools.states.at(-1)?.rooms['room']).toMatchObject({ synced: true, members: [{ userId: 'ada' }] })
    scene.update('ada', { x: 2 })
    scene.type('ada', 'text')
    scene.clock.runDeferred()
    expect(devtools.takeTypes().toSorted()).toEqual(['presence/changed', 'typing/started'])
    scene.kill('ada')
    scene.clock.advance(90_000)
    expect(devtools.takeTypes()).toEqual(['typing/expired', 'presence/expired'])
    void client.setStatus('busy')
    void room.enter({ x: 3 })
    scene.clock.runDeferred()
    expect(devtools.takeTypes()).toEqual(expect.arrayContaining(['self/pinned', 'presence/entered']))
    client.dispose()
    scene.dispose()
    expect(scene.clock.pending()).toBe(0)
  })

  test('hear nothing of heartbeats and of pointers', () => {
    const devtools = createDevtools()
    const { scene, client, room } = createScene(devtools.connection)
    const ada = scene.join('ada', { x: 1 })
    let moves = 0
    room.moves('canvas').subscribe(() => (moves += 1))
    scene.clock.advance(1_000)
    devtools.takeTypes()
    ada.room.moves('canvas').move([0.5, 0.5])
    scene.clock.advance(60_000)
    expect(moves).toBe(1)
    expect(devtools.takeTypes()).toEqual([])
    client.dispose()
    scene.dispose()
  })

  test('are found in the page when asked for, and only then', () => {
    const devtools = createDevtools()
    const asked: unknown[] = []
    const connect = (options: unknown) => {
      asked.push(options)
      return devtools.connection
    }
    createScene(false, { __REDUX_DEVTOOLS_EXTENSION__: { connect } }).client.dispose()
    expect(asked).toEqual([])
    createScene(true, {}).client.dispose()
    createScene(true, { __REDUX_DEVTOOLS_EXTENSION__: { connect } }).client.dispose()
    expect(asked).toEqual([{ name: 'Rollcall' }])
    expect(devtools.sent.length).toBeGreaterThan(0)
  })

  test('that throw harm nobody', () => {
    const broken = {
      init: () => {},
      send: () => {
        throw new Error('extension context invalidated')
      },
    }
    const reported: string[] = []
    const scene = createTestScenario()
    const client = createPresenceClient({
      transport: memory(scene.network.party('me')),
      user: { id: 'me', info: {} },
      environment: createTestEnvironment({ clock: scene.clock }),
      devtools: broken,
      logger: ({ code }) => reported.push(code),
    })
    const room = client.room('room')
    scene.clock.advance(1_000)
    expect(room.members.getCurrent()).toHaveLength(1)
    expect(new Set(reported)).toEqual(new Set(['internal']))
    client.dispose()
  })
})
