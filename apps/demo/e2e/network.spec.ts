/** The simulated network in the page: what it cuts is cut, and what the others may see of it. */
import type { Page } from '@playwright/test'
import { expect, member, test } from './presenceTest.ts'
import { sayLog, watchRow } from './rosterLog.ts'

const isBack = async (page: Page): Promise<void> => {
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'connected', { timeout: 15_000 })
  await expect(page.getByTestId('network')).toHaveAttribute('data-recovery', 'resumed')
}

test('a dropped socket, one that died silently and a short outage are seen here and by nobody else', async ({
  open,
}) => {
  const ada = await open('ada')
  const bo = await open('bo')
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online')
  await watchRow(ada, 'bo')
  await watchRow(bo, 'ada')

  await bo.getByTestId('net-drop').click()
  await isBack(bo)
  await expect(bo.getByTestId('net-note')).toContainText('Nobody has noticed')

  await bo.getByTestId('net-kill').click()
  await expect(bo.getByTestId('net-note')).toContainText('The socket is dead and nobody was told')
  await bo.getByTestId('net-reconnect').click()
  await isBack(bo)

  await bo.getByTestId('net-outage').click()
  await expect(bo.getByTestId('network')).toHaveAttribute('data-preset', 'offline')
  await expect(bo.getByTestId('roster')).toHaveAttribute('data-stale', '', { timeout: 15_000 })
  await expect(bo.getByTestId('trouble')).toContainText('Connection lost.')
  await expect(member(bo, 'ada')).toHaveAttribute('data-status', 'online')
  await bo.getByTestId('net-reconnect').click()
  await isBack(bo)
  await expect(bo.getByTestId('trouble')).toHaveCount(0)

  expect(await sayLog(ada)).toEqual([])
  expect(await sayLog(bo)).toEqual([])
  await bo.getByRole('radio', { name: 'Busy' }).check()
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'busy')
})

test('how the line is stands in the address; a slow one is slow', async ({ open }) => {
  const ada = await open('ada')
  const bo = await open('bo', { also: { net: 'slow' } })
  await expect(bo.getByRole('radio', { name: 'Slow' })).toBeChecked()
  await expect(bo.getByTestId('net-latency')).toHaveValue('600')
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online')
  const startedAt = Date.now()
  await bo.getByRole('radio', { name: 'Busy' }).check()
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'busy')
  // One way is half of it; it may be more, never less.
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(300)

  await bo.getByTestId('net-loss').focus()
  await bo.keyboard.press('ArrowRight')
  await expect(bo.getByTestId('network')).toHaveAttribute('data-preset', 'custom')
  await bo.getByRole('radio', { name: 'Good' }).check()
  await expect(bo).not.toHaveURL(/net=/)
  await bo.getByRole('radio', { name: 'Flaky' }).check()
  await expect(bo).toHaveURL(/net=flaky/)
})

test('between tabs the panel says what there is not, and where there is; frames show all the same', async ({
  open,
}) => {
  const ada = await open('ada', { transport: 'tabs', also: { devtools: '1' } })
  await open('bo', { transport: 'tabs', beside: ada })
  await expect(ada.locator('[data-verb=enter][data-way=in]').first()).toContainText('Bo')
  await expect(ada.locator('[data-verb=enter][data-way=out]').first()).toContainText('Ada')
  await expect(ada.getByTestId('network')).toContainText('without a network')
  await expect(ada.getByTestId('net-server')).not.toHaveAttribute('href', /transport/)
})
