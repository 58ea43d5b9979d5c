/** People and tabs that meet: over the server, and without any. */
import { expect, member, test } from './presenceTest.ts'
import { sayLog, watchRow } from './rosterLog.ts'

const SEEN_WITHIN_MS = 1000
/** Idle stop 5 s, expiry 6 s (PROTOCOL.md, chapter 6). */
const TYPING_GONE_WITHIN_MS = 7500
/** A closed page says goodbye; the server waits 2 s for a reload. */
const GONE_WITHIN_MS = 5000

for (const transport of ['server', 'tabs'] as const) {
  test.describe(transport === 'server' ? 'over the server' : 'between tabs, without a server', () => {
    test('two people see each other within a second, each typing, and the last of one who closes the page', async ({
      open,
    }) => {
      const ada = await open('ada', { transport })
      const bo = await open('bo', { transport, ...(transport === 'tabs' && { beside: ada }) })
      await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online', { timeout: SEEN_WITHIN_MS })
      await expect(member(bo, 'ada')).toHaveAttribute('data-status', 'online', { timeout: SEEN_WITHIN_MS })
      await expect(member(ada, 'ada')).toContainText('you')

      await bo.getByTestId('typing-input').pressSequentially('hello')
      const line = ada.getByTestId('typing-line')
      await expect(line).toContainText('Bo is typing', { timeout: SEEN_WITHIN_MS })
      await expect(bo.getByTestId('typing-line')).not.toContainText('typing')
      await expect(member(ada, 'bo')).toContainText('typing')
      await expect(line).not.toContainText('typing', { timeout: TYPING_GONE_WITHIN_MS })
      await expect(member(ada, 'bo')).toContainText('draft of 5 letters')

      await bo.close()
      await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'offline', { timeout: GONE_WITHIN_MS })
      await expect(member(ada, 'bo')).toHaveAttribute('data-sessions', '0')
      await expect(member(ada, 'bo')).toContainText('Last seen just now')
      await expect(ada.getByTestId('roster')).toHaveAttribute('aria-busy', 'false')
    })

    test('two tabs of one person are one member; closing one changes nothing but their number', async ({ open }) => {
      const ada = await open('ada', { transport })
      const beside = transport === 'tabs' ? { beside: ada } : {}
      await open('bo', { transport, ...beside })
      const second = await open('bo', { transport, ...beside })
      await expect(member(ada, 'bo')).toHaveCount(1)
      await expect(member(ada, 'bo')).toHaveAttribute('data-sessions', '2', { timeout: SEEN_WITHIN_MS })
      await expect(member(second, 'bo')).toContainText('you · 2 tabs')

      await watchRow(ada, 'bo')
      await second.close()
      await expect(member(ada, 'bo')).toHaveAttribute('data-sessions', '1', { timeout: GONE_WITHIN_MS })
      expect(await sayLog(ada)).toEqual(['data-sessions=1'])
      await expect(ada.locator('[data-testid=events] [data-type=leave]')).toHaveCount(0)
    })
  })
}

test('who shows as invisible is offline to the others and not to themselves', async ({ open }) => {
  const ada = await open('ada')
  const bo = await open('bo')
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online')
  await bo.getByRole('radio', { name: 'Invisible' }).check()
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'offline', { timeout: SEEN_WITHIN_MS })
  await expect(member(bo, 'bo')).toHaveAttribute('data-status', 'invisible')
  await bo.getByRole('radio', { name: 'Online' }).check()
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online', { timeout: SEEN_WITHIN_MS })
})
