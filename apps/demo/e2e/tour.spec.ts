/** The guided tour: its rules, and then its seven steps, exactly as the page tells people to take them. */
import { lookAt, nextStep, noteFact, TOUR_BEGIN, type TourView } from '../src/tour/tourProgress.ts'
import { openCuttingProxy } from './cuttingProxy.ts'
import { startPresenceServer } from './presenceServer.ts'
import { expect, member, test } from './presenceTest.ts'
import { sayLog, watchRow } from './rosterLog.ts'

const QUIET: TourView = {
  status: 'online',
  ownSessions: 1,
  others: 0,
  departed: 0,
  isSilent: false,
  isOffline: false,
  isStale: false,
  recovery: undefined,
  isAtField: false,
}

test('what was seen stays seen, and a look at nothing new changes nothing', () => {
  const online = lookAt(TOUR_BEGIN, QUIET)
  expect([...online.seen]).toEqual(['online'])
  expect(lookAt(online, { ...QUIET, status: 'away' })).toBe(online)
  expect(noteFact(online, 'online')).toBe(online)
  expect(nextStep(online)?.id).toBe('someone-else')
})

test('an end counts only after its beginning, and only the end of that interruption', () => {
  const old = { how: 'resumed', tookMs: 5 } as const
  const early = lookAt(TOUR_BEGIN, { ...QUIET, departed: 1, recovery: old })
  expect([...early.seen]).toEqual(['online'])
  const killed = lookAt(early, { ...QUIET, isSilent: true, recovery: old })
  expect([...killed.seen]).toEqual(['online', 'killed'])
  expect(lookAt(killed, { ...QUIET, recovery: old })).toBe(killed)
  const resumed = lookAt(killed, { ...QUIET, recovery: { how: 'resumed', tookMs: 9 } })
  expect([...resumed.seen]).toContain('resumed')
  const stale = lookAt(lookAt(resumed, { ...QUIET, isOffline: true }), { ...QUIET, isOffline: true, isStale: true })
  expect(lookAt(stale, { ...QUIET, recovery: { how: 'resumed', tookMs: 9 } })).toBe(stale)
  expect([...lookAt(stale, { ...QUIET, recovery: { how: 'resynced', tookMs: 70_000 } }).seen]).toContain('resynced')
})

test('the seven steps, with two people in two browsers', async ({ open, baseURL }) => {
  test.setTimeout(180_000)
  // Holds a session for seconds, not for a minute: the only thing that is shorter than it says.
  const server = await startPresenceServer('5s')
  const proxy = await openCuttingProxy(new URL(baseURL ?? ''), server.url)
  const { origin } = proxy
  try {
    const ada = await open('ada', { origin })
    const done = async (step: number) =>
      expect(ada.getByTestId(`tour-${step}`)).toHaveAttribute('data-done', '', { timeout: 30_000 })

    // 1 see yourself online
    await expect(member(ada, 'ada')).toHaveAttribute('data-status', 'online')
    await done(1)

    // 2 open as someone else: both tabs show two people
    const bo = await open('bo', { origin })
    await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online')
    await expect(member(bo, 'ada')).toHaveAttribute('data-status', 'online')
    await done(2)

    // 3 open as me: still two people, "2 tabs"
    await watchRow(bo, 'ada')
    const second = await open('ada', { origin, beside: ada })
    await expect(member(ada, 'ada')).toContainText('2 tabs')
    await expect(ada.getByTestId('member')).toHaveCount(2)
    await done(3)

    // 4 close that extra tab: nothing changes; close the person's last tab: "last seen just now"
    await second.close()
    await expect(member(bo, 'ada')).toHaveAttribute('data-sessions', '1', { timeout: 30_000 })
    expect(await sayLog(bo)).toEqual(['data-sessions=2', 'data-sessions=1'])
    await bo.close()
    await expect(member(ada, 'bo')).toContainText('Last seen just now', { timeout: 30_000 })
    await done(4)

    // 5 kill silently: the other tab shows no offline
    const again = await open('bo', { origin })
    await expect(member(again, 'ada')).toHaveAttribute('data-status', 'online')
    await watchRow(again, 'ada')
    await ada.getByTestId('net-kill').click()
    await ada.getByTestId('net-reconnect').click()
    await done(5)
    expect(await sayLog(again)).toEqual([])

    // 6 offline for 70 s: stale here, last seen there; reconnect brings both back
    await watchRow(ada, 'bo')
    await ada.getByTestId('net-outage').click()
    await expect(ada.getByTestId('roster')).toHaveAttribute('data-stale', '', { timeout: 30_000 })
    await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online')
    await expect(member(again, 'ada')).toContainText('Last seen', { timeout: 30_000 })
    await ada.getByTestId('net-reconnect').click()
    await expect(member(again, 'ada')).toHaveAttribute('data-status', 'online', { timeout: 30_000 })
    await done(6)
    await expect(ada.getByTestId('roster')).not.toHaveAttribute('data-stale')
    expect(await sayLog(ada)).toEqual([])

    // 7 type, focus a field, move the pointer, go invisible
    await ada.getByTestId('typing-input').pressSequentially('hello')
    await expect(again.getByTestId('typing-line')).toContainText('Ada is typing')
    await expect(again.getByTestId('typing-input')).toHaveAccessibleDescription(/Ada/)
    const pointer = again.locator('.rc-cursor[data-shown]')
    await expect(async () => {
      for (const note of ['Ask', 'Sketch']) await ada.getByTestId('board').getByText(note).hover()
      await expect(pointer).toContainText('Ada', { timeout: 2000 })
    }).toPass()
    await ada.getByRole('radio', { name: 'Invisible' }).check()
    await expect(member(again, 'ada')).toHaveAttribute('data-status', 'offline')
    await done(7)
    await expect(ada.getByTestId('tour')).toHaveAttribute('data-done', '7')
  } finally {
    await proxy.close()
    await server.close()
  }
})
