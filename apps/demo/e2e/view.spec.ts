/** How the page is shown: languages, what is heard, and the states that one seldom sees. */
import { ageAt, LAB_STEPS, sayAge } from '../src/panels/lab/agesOnSlider.ts'
import { expect, member, test } from './presenceTest.ts'

test('the slider goes from now to two years, each step longer than the one before', () => {
  const ages = Array.from({ length: LAB_STEPS + 1 }, (_, step) => ageAt(step))
  expect(ages).toEqual(ages.toSorted((a, b) => a - b))
  expect([ages[0], ages[1], ages.at(-1)]).toEqual([0, 1000, 730 * 86_400_000])
  expect([0, 90_000, 7_200_000, 5 * 86_400_000].map(sayAge)).toEqual(['0 seconds', '90 seconds', '2 hours', '5 days'])
})

test('an instant is told in six languages, in any zone; a screen reader hears as much as was asked for', async ({
  open,
}) => {
  const ada = await open('ada', { also: { devtools: '1', lang: 'ar' } })
  await expect(ada.locator('html')).toHaveAttribute('dir', 'rtl')
  await ada.getByTestId('view-dir').selectOption('ltr')
  await expect(ada.locator('html')).toHaveAttribute('dir', 'ltr')
  await ada.getByTestId('view-language').selectOption('de')
  await expect(ada).toHaveURL(/lang=de/)

  const told = (locale: string) => ada.locator(`[data-testid=lab-row][data-locale=${locale}]`)
  await ada.getByTestId('lab-age').fill('0')
  await expect(told('en')).toContainText('Last seen just now')
  const hours = { minutes: 0.2, hours: 3, weekday: 72, date: 500, 'date-year': 12_000 }
  for (const [bucket, ago] of Object.entries(hours)) {
    const step = Array.from({ length: LAB_STEPS }, (_, index) => index).find((index) => ageAt(index) > ago * 3_600_000)
    await ada.getByTestId('lab-age').fill(String(step))
    await expect(told('en')).toHaveAttribute('data-bucket', bucket)
  }
  const before = await told('ja').locator('[title]').getAttribute('title')
  await ada.getByTestId('lab-zone').selectOption('Asia/Tokyo')
  await expect(told('ja').locator('[title]')).not.toHaveAttribute('title', before ?? '')

  const heard = ada.getByTestId('heard')
  await ada.getByRole('radio', { name: 'Chatty' }).check()
  const bo = await open('bo')
  await expect(heard.filter({ hasText: 'Bo ist jetzt hier' })).toHaveCount(1, { timeout: 20_000 })
  await ada.getByRole('radio', { name: 'Quiet' }).check()
  const count = await heard.count()
  await bo.getByTestId('typing-input').pressSequentially('hallo')
  await expect(ada.getByTestId('typing-line')).toContainText('Bo')
  await expect(ada.getByTestId('typing-line')).not.toContainText('Bo', { timeout: 20_000 })
  await expect(heard).toHaveCount(count)
})

test('the screens of nobody else, of not known yet and of turned away are real ones', async ({ open, page }) => {
  const ada = await open('ada', { also: { state: 'empty', room: '' } })
  await expect(ada.getByText('Nobody else yet')).toBeVisible()
  await expect(member(ada, 'ada')).toHaveAttribute('data-status', 'online')
  expect(ada.url()).toMatch(/room=empty-/)

  await page.goto('/presence?state=loading')
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'connecting')
  await expect(page.getByTestId('roster')).toHaveAttribute('aria-busy', 'true')
  await page.goto('/presence?state=failed')
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'failed')
  await expect(page.getByTestId('trouble').getByRole('alert')).toContainText('unauthenticated')
})
