/** Working together: who is at which field, where the others point, and what they are busy with. */
import { expect, member, test } from './presenceTest.ts'

test('who is at a field, where they point and what they are busy with is seen by the other, while it is so', async ({
  open,
}) => {
  const ada = await open('ada', { also: { devtools: '1' } })
  const bo = await open('bo')
  for (const field of ['field-title', 'field-section', 'field-notes', 'field-ready']) {
    await bo.getByTestId(field).focus()
    await expect(ada.getByTestId(field)).toHaveAccessibleDescription(/Bo/)
    await expect(ada.locator('.rc-field-presence[data-busy]')).toHaveCount(1)
  }
  await bo.getByTestId('field-ready').blur()
  await expect(ada.locator('.rc-field-presence[data-busy]')).toHaveCount(0)
  await expect(bo.locator('.rc-field-presence[data-busy]')).toHaveCount(0)

  // Pointers mean the same place on both boards, scrolled or not, and can be hidden.
  await expect(member(bo, 'ada')).toHaveAttribute('data-status', 'online')
  // Tall enough that the board is on the screen.
  await ada.setViewportSize({ width: 400, height: 2400 })
  await ada.getByRole('region', { name: 'Board' }).evaluate((window) => window.scrollTo(150, 20))

  const note = bo.getByTestId('board').getByText('Build')
  const cursor = ada.locator('.rc-cursor[data-shown]')
  // A pointer that moved before anybody was there to see it is told with its next move.
  await expect(async () => {
    await note.hover({ position: { x: 5, y: 5 } })
    await note.hover()
    await expect(cursor).toContainText('Bo', { timeout: 2000 })
  }).toPass()
  const target = await note.boundingBox()
  const bosBoard = await bo.getByTestId('board').boundingBox()
  await expect(async () => {
    const seen = await cursor.boundingBox()
    const adasBoard = await ada.getByTestId('board').boundingBox()
    if (target === null || bosBoard === null || seen === null || adasBoard === null) throw new Error('not drawn')
    expect(Math.abs(seen.x - adasBoard.x - (target.x + target.width / 2 - bosBoard.x))).toBeLessThan(4)
    expect(Math.abs(seen.y - adasBoard.y - (target.y + target.height / 2 - bosBoard.y))).toBeLessThan(4)
  }).toPass()

  await ada.getByTestId('cursors-toggle').uncheck()
  await expect(cursor).toBeHidden()
  await ada.getByTestId('cursors-toggle').check()
  await expect(async () => {
    await note.hover({ position: { x: 5, y: 5 } })
    await note.hover()
    await expect(cursor).toBeVisible({ timeout: 2000 })
  }).toPass()

  // Of what somebody is busy with only what changed goes over the wire.
  await bo.getByTestId('activity-language').getByText('Rust').click()
  await bo.getByTestId('activity-doing').getByText('Coding').click()
  await expect(member(ada, 'bo')).toContainText('Coding · Rust')
  await bo.getByTestId('activity-doing').getByText('Debugging').click()
  await expect(member(ada, 'bo')).toContainText('Debugging · Rust')
  const patch = ada.locator('[data-testid=frame][data-type=patch]').filter({ hasText: 'Debugging' })
  await expect(patch).not.toContainText('Rust')
})
