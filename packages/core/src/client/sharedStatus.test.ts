/** Without a server: what a person chooses in one tab holds in all of their tabs of this browser. */
import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestNetwork } from '../testing/testNetwork.ts'
import { createTestRandom } from '../testing/testRandom.ts'
import { createTestTabChannels } from '../testing/testTabChannels.ts'
import { memory } from '../transport/memoryTransport.ts'
import { createPresenceClient } from './createPresenceClient.ts'

function createBrowser() {
  const clock = createTestClock()
  const network = createTestNetwork({ clock })
  const tabChannels = createTestTabChannels(clock)
  let tabs = 0
  const openTab = (userId: string) => {
    tabs += 1
    const name = `tab ${tabs}`
    const page = createTestEnvironment({ clock: network.clockOf(name), random: createTestRandom(tabs), tabChannels })
    const client = createPresenceClient({
      transport: memory(network.party(name)),
      user: { id: userId, info: {} },
      environment: page,
    })
    const room = client.room('room')
    clock.advance(1_000)
    return { page, client, room, self: () => client.self.getCurrent() }
  }
  return { clock, network, tabChannels, openTab }
}

describe('a status chosen in one tab', () => {
  test('holds in all tabs of the person, with its text, and in nobody else’s; auto gives it back in all', () => {
    const { clock, openTab } = createBrowser()
    const [one, two, bob] = [openTab('ada'), openTab('ada'), openTab('bob')]
    void one.client.setStatus('busy', { text: 'In a call' })
    clock.advance(100)
    expect(two.self()).toMatchObject({ status: 'busy', statusText: 'In a call' })
    expect(bob.self().status).toBe('online')
    const seen = bob.room.member('ada').getCurrent()
    expect(seen?.sessions.map(({ status }) => status)).toEqual(['busy', 'busy'])
    void two.client.setStatus('auto')
    clock.advance(100)
    expect(one.self()).toMatchObject({ status: 'online' })
    expect(one.self().statusText).toBeUndefined()
  })

  test('invisible is the whole person: nobody sees any of the tabs, and a tab opened later goes out of sight as it learns of it', () => {
    const { clock, openTab } = createBrowser()
    const [one, , bob] = [openTab('ada'), openTab('ada'), openTab('bob')]
    void one.client.setStatus('invisible')
    clock.advance(100)
    expect(bob.room.others.getCurrent()).toEqual([])
    const three = openTab('ada')
    expect(three.self().status).toBe('invisible')
    expect(bob.room.others.getCurrent()).toEqual([])
    void three.client.setStatus('auto')
    clock.advance(100)
    expect(bob.room.member('ada').getCurrent()?.sessions).toHaveLength(3)
  })

  test('runs out in all tabs at the same instant', () => {
    const { clock, openTab } = createBrowser()
    const [one, two] = [openTab('ada'), openTab('ada')]
    void one.client.setStatus('busy', { expiresAt: clock.wall() + 60_000 })
    clock.advance(59_999)
    expect([one.self().status, two.self().status]).toEqual(['busy', 'busy'])
    clock.advance(1)
    expect([one.self().status, two.self().status]).toEqual(['online', 'online'])
  })

  test('the latest choice stands, also after the wall clock was put back; rubbish is passed over', () => {
    const { clock, tabChannels, openTab } = createBrowser()
    const [one, two] = [openTab('ada'), openTab('ada')]
    void one.client.setStatus('busy')
    clock.advance(10)
    clock.skew(-3_600_000)
    void two.client.setStatus('away')
    clock.advance(10)
    expect([one.self().status, two.self().status]).toEqual(['away', 'away'])
    const script = tabChannels.open('rollcall-status', () => {})
    const later = clock.wall() + 7_200_000
    for (const rubbish of [
      null,
      ['ada', 'chosen'],
      ['ada', 'chosen', 'now', null],
      ['ada', 'chosen', later, { status: 7 }],
      ['ada', 'chosen', later, { status: 'offline' }],
      ['ada', 'chosen', later, { status: 'busy', statusText: 'x'.repeat(200) }],
      ['ada', 'chosen', later, { status: 'busy', until: 'soon' }],
    ])
      script.post(rubbish)
    clock.advance(10)
    expect(one.self().status).toBe('away')
  })

  test('a page that was in the back/forward cache learns what was chosen meanwhile', () => {
    const { clock, openTab } = createBrowser()
    const [one, two] = [openTab('ada'), openTab('ada')]
    one.page.leavePage({ cached: true })
    void two.client.setStatus('busy')
    clock.advance(100)
    expect(one.self().status).toBe('online')
    one.page.returnToPage()
    clock.advance(100)
    expect(one.self().status).toBe('busy')
  })
})
