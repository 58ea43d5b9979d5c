/** Fields that scroll out of view, in a real page: what is seen of a field is for a browser to say. */
import { afterEach, expect, test } from 'vitest'
import { createFieldDock, type FieldDock } from './fieldDock.ts'

const undo: (() => void)[] = []
afterEach(() => {
  for (const step of undo.splice(0)) step()
})

const FIELD_HEIGHT = 60

/** Twenty fields, in a box that scrolls or on a page that does. */
function build(where: 'box' | 'page'): {
  readonly root: HTMLElement
  readonly dock: FieldDock
  field(index: number): Element
} {
  const root = document.createElement('div')
  if (where === 'box') root.style.cssText = 'height:200px;overflow:auto'
  for (let index = 0; index < 20; index += 1) {
    const field = document.createElement('div')
    field.style.height = where === 'box' ? `${FIELD_HEIGHT}px` : '400px'
    root.append(field)
  }
  document.body.append(root)
  const dock = createFieldDock()
  dock.attach(root)
  undo.push(() => {
    for (const field of root.children) dock.hide(field)
    root.remove()
  })
  return {
    root,
    dock,
    field: (index) => {
      const found = root.children[index]
      if (found === undefined) throw new RangeError(`unable to find field ${index}`)
      return found
    },
  }
}
const person = (userId: string) => ({ userId, name: userId })

/** Who is above what is seen, and who below: `'bo | cy,di'`. */
function told({ dock }: { readonly dock: FieldDock }): () => string {
  return () => {
    const { above, below } = dock.getCurrent()
    return [above, below].map((people) => people.map(({ userId }) => userId).join()).join(' | ')
  }
}

test('people at fields out of view are told by the edge behind which they are, in the order of the page', async () => {
  const page = build('box')
  page.dock.show(page.field(12), [person('cy')])
  page.dock.show(page.field(10), [person('bo')])
  await expect.poll(told(page)).toBe(' | bo,cy')
  page.root.scrollTop = 10 * FIELD_HEIGHT
  await expect.poll(told(page)).toBe(' | ')
  page.root.scrollTop = 11 * FIELD_HEIGHT + 10
  await expect.poll(told(page)).toBe('bo | ')
})

test('a jump over all that is seen is noticed, though the field was in view neither before nor after', async () => {
  const page = build('box')
  page.dock.show(page.field(10), [person('bo')])
  await expect.poll(told(page)).toBe(' | bo')
  page.root.scrollTop = 99_999
  await expect.poll(told(page)).toBe('bo | ')
  page.root.scrollTop = 0
  await expect.poll(told(page)).toBe(' | bo')
})

test('a person is told once, however many their fields', async () => {
  const page = build('box')
  page.dock.show(page.field(10), [person('bo')])
  page.dock.show(page.field(15), [person('cy'), person('bo')])
  await expect.poll(told(page)).toBe(' | bo,cy')
  expect(page.dock.getCurrent().below[0]?.field).toBe(page.field(10))
})

test('who leaves their field is gone, and who comes to it is there', async () => {
  const page = build('box')
  page.dock.show(page.field(10), [person('bo')])
  await expect.poll(told(page)).toBe(' | bo')
  page.dock.hide(page.field(10))
  expect(page.dock.getCurrent().below).toEqual([])
  page.dock.show(page.field(10), [person('cy')])
  await expect.poll(told(page)).toBe(' | cy')
})

test('who comes to a field where somebody is shown already joins them at once, and nobody flickers', async () => {
  const page = build('box')
  page.dock.show(page.field(10), [person('bo')])
  await expect.poll(told(page)).toBe(' | bo')
  const seen: string[] = []
  undo.push(page.dock.subscribe(() => seen.push(told(page)())))
  page.dock.show(page.field(10), [person('bo'), person('cy')])
  expect(seen).toEqual([' | bo,cy'])
})

test('where nothing around the fields scrolls, the page is what they are seen in', async () => {
  const page = build('page')
  page.dock.show(page.field(10), [person('bo')])
  await expect.poll(told(page)).toBe(' | bo')
  window.scrollTo(0, 99_999)
  await expect.poll(told(page)).toBe('bo | ')
})

test('a field that is not shown at all is beyond no edge', async () => {
  const page = build('box')
  const hidden = page.field(10)
  if (hidden instanceof HTMLElement) hidden.style.display = 'none'
  page.dock.show(hidden, [person('bo')])
  page.dock.show(page.field(12), [person('cy')])
  await expect.poll(told(page)).toBe(' | cy')
})

test('listeners are told when somebody crosses an edge, and not for scrolling', async () => {
  const page = build('box')
  page.dock.show(page.field(10), [person('bo')])
  await expect.poll(told(page)).toBe(' | bo')
  let times = 0
  undo.push(page.dock.subscribe(() => (times += 1)))
  for (let step = 1; step < 6; step += 1) {
    page.root.scrollTop = step * 20
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }
  expect(times).toBe(0)
  page.root.scrollTop = 10 * FIELD_HEIGHT
  await expect.poll(told(page)).toBe(' | ')
  expect(times).toBe(1)
})
