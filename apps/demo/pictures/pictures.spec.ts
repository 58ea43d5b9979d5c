/** Two people at one document, one of them typing; from the screen of the other. */
import { fileURLToPath } from 'node:url'
import { expect, member, test } from '../e2e/presenceTest.ts'

const inDocs = (name: string): string => fileURLToPath(new URL(`../../../docs/pictures/${name}.png`, import.meta.url))

test.use({ room: 'q4-planning' })

for (const theme of ['light', 'dark'] as const) {
  test(`the demo, ${theme}`, async ({ open }) => {
    const ada = await open('ada')
    const bo = await open('bo')
    await ada.setViewportSize({ width: 1280, height: 780 })
    await ada.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await bo.getByLabel('Title').focus()
    await bo.keyboard.type('Q4 planning')
    await expect(member(ada, 'bo')).toContainText('typing')
    await ada.screenshot({ path: inDocs(`demo-${theme}`) })
  })
}
