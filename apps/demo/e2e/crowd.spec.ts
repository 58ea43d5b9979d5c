/** Company for who is alone, and what one says of oneself. */
import { createSimulatedCrowd } from '../src/simulation/simulatedCrowd.ts'
import { expect, member, test } from './presenceTest.ts'

/** Lets promises that are settled go on. */
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))

test('a crowd comes a few at a time, tries again for whom the door was shut, and leaves when it is told to', async () => {
  const waiting: (() => void)[] = []
  const doors: { open: () => void; shut: () => void }[] = []
  const left: number[] = []
  const crowd = createSimulatedCrowd({
    clock: { setTimer: (_, task) => (waiting.push(task), () => {}) },
    max: 20,
    enter: (index) =>
      new Promise((resolve, reject) =>
        doors.push({ open: () => resolve({ leave: () => left.push(index) }), shut: () => reject(new Error('down')) }),
      ),
  })
  crowd.add(1000)
  expect(crowd.getCurrent()).toEqual({ wanted: 20, here: 0 })
  expect(doors).toHaveLength(12)
  doors[0]?.open()
  doors[1]?.shut()
  await turn()
  // One more for who is in; for who is not, after a wait.
  expect(doors).toHaveLength(13)
  waiting.shift()?.()
  await turn()
  expect(doors).toHaveLength(14)
  crowd.clear()
  doors[2]?.open()
  await turn()
  expect(left).toEqual([0, 2])
  expect(crowd.getCurrent()).toEqual({ wanted: 0, here: 0 })
})

test('simulated people are people to everybody, and leave together', async ({ open }) => {
  const bo = await open('bo')
  const ada = await open('ada', { also: { people: '5' } })
  const here = bo.locator('[data-testid=member][data-status=online]')
  await expect(here).toHaveCount(7, { timeout: 30_000 })
  await ada.getByTestId('crowd-add-5').click()
  await expect(ada).toHaveURL(/people=10/)
  await expect(here).toHaveCount(12, { timeout: 30_000 })
  await ada.getByTestId('crowd-clear').click()
  await expect(ada).not.toHaveURL(/people=/)
  await expect(here).toHaveCount(2, { timeout: 30_000 })
})

test('a status says something until a time; how soon nobody is there can be chosen, and nobody sees the change', async ({
  open,
}) => {
  const ada = await open('ada')
  const bo = await open('bo', { also: { away: '20' } })
  await bo.getByRole('radio', { name: 'Busy' }).check()
  await bo.getByTestId('status-text').fill('In a meeting')
  await bo.getByTestId('status-term').selectOption('for half an hour')
  await bo.getByTestId('status-set').click()
  await expect(member(ada, 'bo')).toContainText('Busy · In a meeting')
  await expect(bo.getByTestId('status-note')).toContainText('Until')
  await bo.getByTestId('status-clear').click()
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online')
  await expect(member(ada, 'bo')).not.toContainText('meeting')
  await expect(bo.getByTestId('status-note')).not.toContainText('Until')

  // The session is taken over by another one, which says what the first one said.
  await expect(bo.getByTestId('away-after')).toHaveValue('20')
  await bo.getByTestId('activity-doing').getByText('Coding').click()
  await bo.getByTestId('away-after').focus()
  await bo.keyboard.press('ArrowLeft')
  await expect(bo).toHaveURL(/away=10/)
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'away', { timeout: 45_000 })
  await expect(member(ada, 'bo')).toContainText('Coding')
  await expect(ada.locator('[data-testid=events] [data-type=leave]')).toHaveCount(0)
})
