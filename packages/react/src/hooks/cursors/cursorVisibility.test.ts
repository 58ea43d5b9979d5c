import { expect, test, vi } from 'vitest'
import { createCursorVisibility, type VisibilityPage } from './cursorVisibility.ts'

function createPage(): VisibilityPage & EventTarget {
  const saved = new Map<string, string>()
  return Object.assign(new EventTarget(), {
    localStorage: {
      getItem: (key: string) => saved.get(key) ?? null,
      setItem: (key: string, value: string) => void saved.set(key, value),
      removeItem: (key: string) => void saved.delete(key),
    },
  })
}

test('pointers are shown until somebody says otherwise, and that is theirs alone', () => {
  const visibility = createCursorVisibility(createPage())
  expect(visibility.get('ada')).toBe(true)
  visibility.set('ada', false)
  expect(visibility.get('ada')).toBe(false)
  expect(visibility.get('bo')).toBe(true)
})

test('the choice outlives the page', () => {
  const page = createPage()
  createCursorVisibility(page).set('ada', false)
  expect(createCursorVisibility(page).get('ada')).toBe(false)
  createCursorVisibility(page).set('ada', true)
  expect(createCursorVisibility(page).get('ada')).toBe(true)
})

test('listeners hear of this tab and of others, until they stop', () => {
  const page = createPage()
  const visibility = createCursorVisibility(page)
  const heard = vi.fn<() => void>()
  const end = visibility.subscribe(heard)
  visibility.set('ada', false)
  page.dispatchEvent(new Event('storage'))
  expect(heard).toHaveBeenCalledTimes(2)
  end()
  visibility.set('ada', true)
  page.dispatchEvent(new Event('storage'))
  expect(heard).toHaveBeenCalledTimes(2)
})

test.each([
  ['storage is denied', () => denied],
  ['there is no page', () => undefined],
])('where %s the choice lasts as long as the page', (_, page) => {
  const visibility = createCursorVisibility(page())
  visibility.set('ada', false)
  expect(visibility.get('ada')).toBe(false)
  visibility.set('ada', true)
  expect(visibility.get('ada')).toBe(true)
})

const denied: VisibilityPage = {
  addEventListener: () => {},
  removeEventListener: () => {},
  get localStorage(): Storage {
    throw new DOMException('denied', 'SecurityError')
  },
}
