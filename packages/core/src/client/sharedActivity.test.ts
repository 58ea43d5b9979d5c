/** Tabs of one browser: what the person does in one of them counts in all. */
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
  const openTab = (userId: string, awayAfter: number | null = 300_000) => {
    tabs += 1
    const name = `tab ${tabs}`
    const page = createTestEnvironment({
      clock: network.clockOf(name),
      random: createTestRandom(tabs),
      tabChannels,
    })
    const client = createPresenceClient({
      transport: memory(network.party(name)),
      user: { id: userId, info: {} },
      environment: page,
      awayAfter,
    })
    clock.runDeferred()
    return { page, client, status: () => client.self.getCurrent().status }
  }
  return { clock, network, tabChannels, openTab }
}

describe('activity in other tabs', () => {
  test('an input in one tab keeps the person’s other tab from going away, to the millisecond', () => {
    const { clock, openTab } = createBrowser()
    const [one, two] = [openTab('ada'), openTab('ada')]
    clock.advance(200_000)
    one.page.input()
    clock.advance(4_000)
    one.page.input()
    clock.advance(299_999)
    expect([one.status(), two.status()]).toEqual(['online', 'online'])
    clock.advance(1)
    expect([one.status(), two.status()]).toEqual(['away', 'away'])
    two.page.input()
    clock.runDeferred()
    expect([one.status(), two.status()]).toEqual(['online', 'online'])
  })

  test('nobody else’s: another person in the same browser is away all the same', () => {
    const { clock, openTab } = createBrowser()
    const [ada, bob] = [openTab('ada'), openTab('bob')]
    for (let minute = 0; minute < 6; minute += 1) {
      ada.page.input()
      clock.advance(60_000)
    }
    expect([ada.status(), bob.status()]).toEqual(['online', 'away'])
  })

  test('is told at most every ten seconds, however much is typed, and not at all where nobody goes away', () => {
    const { clock, tabChannels, openTab } = createBrowser()
    const one = openTab('ada')
    openTab('ada')
    const silent = openTab('ada', null)
    for (let key = 0; key < 600; key += 1) {
      one.page.input()
      silent.page.input()
      clock.advance(100)
    }
    // At 0 s, 10 s, … 60 s.
    expect(tabChannels.posted('rollcall-activity')).toBe(7)
  })

  test('a status chosen by hand stands whatever other tabs do, and auto returns to what they say', () => {
    const { clock, openTab } = createBrowser()
    const [one, two] = [openTab('ada'), openTab('ada')]
    void two.client.setStatus('busy')
    clock.advance(400_000)
    one.page.input()
    clock.runDeferred()
    expect(two.status()).toBe('busy')
    void two.client.setStatus('auto')
    expect(two.status()).toBe('online')
    clock.advance(300_000)
    expect(two.status()).toBe('away')
  })

  test('a page that hears late knows how late: what came out of a frozen queue is no input of now', () => {
    const { clock, tabChannels, openTab } = createBrowser()
    const two = openTab('ada')
    clock.advance(400_000)
    expect(two.status()).toBe('away')
    const frozen = tabChannels.open('rollcall-activity', () => {})
    frozen.post(['ada', clock.wall() - 350_000])
    clock.runDeferred()
    expect(two.status()).toBe('away')
    frozen.post(['ada', clock.wall() - 250_000])
    clock.runDeferred()
    expect(two.status()).toBe('online')
    clock.advance(50_000)
    expect(two.status()).toBe('away')
  })

  test('rubbish on the channel, and a wall clock that was put back, harm nothing', () => {
    const { clock, tabChannels, openTab } = createBrowser()
    const one = openTab('ada')
    const script = tabChannels.open('rollcall-activity', () => {})
    clock.advance(299_000)
    for (const rubbish of [undefined, null, 'ada', ['ada'], ['ada', 'now'], [{}, 1], { u: 'ada' }]) script.post(rubbish)
    clock.advance(1_000)
    expect(one.status()).toBe('away')
    script.post(['ada', clock.wall() + 3_600_000])
    clock.runDeferred()
    clock.advance(299_999)
    expect(one.status()).toBe('online')
    clock.advance(1)
    expect(one.status()).toBe('away')
  })

  test('INV-21 in the back/forward cache, and after dispose, the channel is closed and no timer waits', () => {
    const { clock, tabChannels, openTab } = createBrowser()
    const [one, two] = [openTab('ada'), openTab('ada')]
    one.page.leavePage({ cached: true })
    clock.advance(299_000)
    two.page.input()
    clock.advance(1_000)
    expect([one.status(), two.status()]).toEqual(['away', 'online'])
    one.page.returnToPage()
    clock.advance(10_000)
    two.page.input()
    clock.advance(10)
    expect(one.status()).toBe('online')
    const before = tabChannels.posted('rollcall-activity')
    two.page.input()
    one.client.dispose()
    two.client.dispose()
    clock.runDeferred()
    expect(clock.pending()).toBe(0)
    two.page.input()
    expect(tabChannels.posted('rollcall-activity')).toBe(before)
  })
})
