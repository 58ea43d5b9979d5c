/** The page itself: places, locations, keyboard, narrow screens. */
import { expect, member, test } from './presenceTest.ts'

test('each tab that is switched on publishes its location once a second, and nothing is lost', async ({ open }) => {
  const ada = await open('ada', { also: { devtools: '1' } })
  const bo = await open('bo')
  const locations = ada.getByTestId('locations')
  await expect(locations.getByTestId('location')).toHaveCount(2)
  await expect(locations).toContainText('nowhere')

  const startedAt = Date.now()
  await bo.getByRole('switch', { name: 'Publish my location every second' }).check()
  const walking = locations.locator('[data-user-id^=bo-]')
  await expect(walking).toHaveAttribute('data-count', /\d/)
  await expect(walking).toContainText('test-document')
  await expect(async () => {
    expect(Number(await walking.getAttribute('data-count'))).toBeGreaterThanOrEqual(4)
  }).toPass()
  // The fourth comes three seconds after the first, however late we look.
  expect(Date.now() - startedAt).toBeGreaterThan(2900)
  await expect(walking).toHaveAttribute('data-gaps', '0')
  await expect(ada.getByTestId('latency')).toContainText('ms the last update took')
  await ada.getByRole('radio', { name: 'JSON' }).check()
  await expect(locations).toContainText('"documentId": "test-document"')
  await expect(locations).toContainText('"name": "Bo"')

  await bo.getByRole('switch').uncheck()
  await expect(locations).not.toContainText('test-document')
})

test('everything can be reached and worked by keyboard', async ({ open }) => {
  const ada = await open('ada')
  const bo = await open('bo')
  const focused = () =>
    bo.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : element
      return label?.textContent ?? ''
    })
  const reached: string[] = []
  for (let press = 0; press < 16; press += 1) {
    await bo.keyboard.press('Tab')
    reached.push(await focused())
  }
  const inOrder = [
    'Skip to the people',
    'room test',
    'Theme of this device',
    'Devtools',
    'Open as me',
    'Open as someone else',
    'Online',
  ]
  const places = inOrder.map((words) => reached.findIndex((text) => text.startsWith(words)))
  expect(places, reached.join(' | ')).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)

  await bo.getByRole('radio', { name: 'Online' }).focus()
  await bo.keyboard.press('ArrowRight')
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'away')
  await bo.getByRole('radio', { name: 'Theme of this device' }).focus()
  await bo.keyboard.press('ArrowLeft')
  await expect(bo.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(bo).toHaveURL(/theme=dark/)
  await bo.getByRole('switch').focus()
  await bo.keyboard.press('Space')
  await expect(ada.locator('[data-testid=location][data-user-id^=bo-]')).toHaveAttribute(
    'data-document',
    'test-document',
  )
})

test('the person and the theme stay over a reload; somebody unnamed stays who they became', async ({ page }) => {
  await page.goto('/?theme=light&room=test-address')
  await expect(page).toHaveURL(/\/presence\?.*user=/)
  const row = page.locator('[data-testid=member][data-self]')
  const user = await row.getAttribute('data-user-id')
  const address = page.url()
  await page.reload()
  await expect(row).toHaveAttribute('data-user-id', user ?? '')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(page.url()).toBe(address)
})

test('the links invite the same person and somebody else to the same room', async ({ open, context }) => {
  const ada = await open('ada')
  const asMe = await ada.getByRole('link', { name: 'Open as me' }).getAttribute('href')
  const asOther = await ada.getByRole('link', { name: 'Open as someone else' }).getAttribute('href')
  const base = new URL(ada.url())
  const second = await context.newPage()
  await second.goto(new URL(asMe ?? '', base).href)
  await expect(member(ada, 'ada')).toHaveAttribute('data-sessions', '2')
  await expect(ada.getByText('Tab 2 joined as you.')).toBeVisible()
  await second.goto(new URL(asOther ?? '', base).href)
  await expect(ada.locator('[data-testid=member][data-status=online]')).toHaveCount(2)
  await expect(ada.getByText('here with you')).toBeVisible()
})

test('nothing sticks out of the page, however narrow', async ({ open }) => {
  const ada = await open('ada')
  await open('somebody-with-a-remarkably-long-name-that-does-not-end')
  await expect(ada.locator('[data-testid=member][data-status=online]')).toHaveCount(2)
  for (const width of [320, 400, 719, 720, 1000, 1400]) {
    await ada.setViewportSize({ width, height: 800 })
    expect(await ada.evaluate(() => document.documentElement.scrollWidth), `at ${width} px`).toBe(width)
  }
})

test('any other address says so and leads back', async ({ page }) => {
  await page.goto('/elsewhere?user=ada')
  await expect(page.getByTestId('not-found')).toContainText('/elsewhere')
  await page.getByRole('link', { name: 'Go to /presence' }).click()
  await expect(page).toHaveURL(/\/presence\?user=ada/)
})
