/** What a bad line and a reload may not do: be seen by anybody else. */
import { openCuttingProxy } from './cuttingProxy.ts'
import { expect, member, test } from './presenceTest.ts'
import { sayLog, watchRow } from './rosterLog.ts'

/** 3 s until it is worth a word, and a little. */
const TROUBLE_SHOWN_WITHIN_MS = 5000
/** Far less than the 60 s for which the session is held. */
const BACK_WITHIN_MS = 15_000

test('a cut socket that comes back is never seen as a leave or an enter', async ({ open, baseURL }) => {
  const proxy = await openCuttingProxy(new URL(baseURL ?? ''))
  try {
    const ada = await open('ada')
    const bo = await open('bo', { origin: proxy.origin })
    await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online')
    await watchRow(ada, 'bo')
    await watchRow(bo, 'ada')

    proxy.cut()
    expect(proxy.cuts).toBe(1)
    const connection = bo.getByTestId('connection')
    await expect(connection).toHaveAttribute('data-state', 'reconnecting')
    await expect(connection).toHaveAttribute('data-shown', 'connected')
    await expect(connection).toHaveAttribute('data-shown', 'reconnecting', { timeout: TROUBLE_SHOWN_WITHIN_MS })
    await expect(bo.getByTestId('roster')).toHaveAttribute('data-stale', '')

    proxy.mend()
    // The client may come back by itself before the button is reached.
    await expect(async () => {
      const tryNow = bo.getByRole('button', { name: 'Try now' })
      if (await tryNow.isVisible()) await tryNow.click({ timeout: 1000 })
      await expect(connection).toHaveAttribute('data-state', 'connected', { timeout: 1000 })
    }).toPass({ timeout: BACK_WITHIN_MS })
    await expect(bo.getByTestId('trouble')).toHaveCount(0)
    expect(await sayLog(ada)).toEqual([])
    expect(await sayLog(bo)).toEqual([])

    // The line carries again, in both directions; and this change is the only one that was ever seen.
    await bo.getByRole('radio', { name: 'Busy' }).check()
    await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'busy')
    await ada.getByRole('radio', { name: 'Away' }).check()
    await expect(member(bo, 'ada')).toHaveAttribute('data-status', 'away')
    expect(await sayLog(ada)).toEqual(['data-status=busy'])
    expect(await sayLog(bo)).toEqual(['data-status=away'])
    await expect(ada.locator('[data-testid=events] [data-type=leave]')).toHaveCount(0)
  } finally {
    await proxy.close()
  }
})

test('a reload does not flap: the same person, never gone', async ({ open }) => {
  const ada = await open('ada')
  const bo = await open('bo')
  await expect(member(ada, 'bo')).toHaveAttribute('data-sessions', '1')
  await watchRow(ada, 'bo')
  await bo.reload()
  await expect(member(bo, 'ada')).toHaveAttribute('data-status', 'online')
  // The old session has its grace, the new one is there already.
  await expect.poll(() => sayLog(ada), { timeout: 5000 }).toEqual(['data-sessions=2', 'data-sessions=1'])
  await expect(ada.locator('[data-testid=events] [data-type=leave]')).toHaveCount(0)
})

test('a server that turns the page away is told in words; asking again, or going on without it, works', async ({
  page,
  room,
}) => {
  let isOpen = false
  await page.routeWebSocket(/\/realtime/, (socket) => {
    if (isOpen) return void socket.connectToServer()
    // As the server answers a hello that it does not take.
    return socket.onMessage(async () => {
      const message = 'unable to connect; this page is too old'
      socket.send(JSON.stringify({ t: 'error', code: 'unsupported_version', message }))
      await socket.close({ code: 4506, reason: 'unsupported_version' })
    })
  })
  await page.goto(`/presence?room=${room}&user=ada-${room}&name=Ada`)
  const connection = page.getByTestId('connection')
  await expect(connection).toHaveAttribute('data-state', 'failed')
  const trouble = page.getByTestId('trouble')
  await expect(trouble).toContainText('The connection has ended.')
  await expect(trouble.getByRole('alert')).toContainText('this page is too old (unsupported_version)')
  await expect(trouble.getByRole('link', { name: 'Go on without a server' })).toHaveAttribute('href', /transport=tabs/)

  isOpen = true
  await trouble.getByRole('button', { name: 'Try now' }).click()
  await expect(connection).toHaveAttribute('data-state', 'connected')
  await expect(trouble).toHaveCount(0)
  await expect(member(page, 'ada')).toHaveAttribute('data-status', 'online')
})
