import { expect, test } from 'vitest'
import { PERSON_HUES, personHue } from './personHue.ts'

test('a person keeps a hue, and it is one of twelve', () => {
  expect(personHue('ada')).toBe(personHue('ada'))
  for (const id of ['', 'ada', '🙂', 'x'.repeat(1000)]) {
    expect(personHue(id)).toBeGreaterThanOrEqual(0)
    expect(personHue(id)).toBeLessThan(PERSON_HUES)
  }
})

test('ids that differ little are spread over all hues', () => {
  const counts = Array.from({ length: PERSON_HUES }, () => 0)
  for (let index = 0; index < 1200; index += 1)
    counts[personHue(`user-${index}`)] = (counts[personHue(`user-${index}`)] ?? 0) + 1
  for (const count of counts) expect(count).toBeGreaterThan(60)
})
