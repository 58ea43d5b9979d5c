import { expect, test } from 'vitest'
import { placeCursor } from './placeCursor.ts'

function layerWith(sessionId: string): { readonly layer: HTMLElement; readonly cursor: HTMLElement } {
  const layer = document.createElement('div')
  const cursor = document.createElement('div')
  cursor.dataset['session'] = sessionId
  layer.append(cursor)
  return { layer, cursor }
}

test('a position shows the pointer, and none takes it away', () => {
  const { layer, cursor } = layerWith('s1')
  placeCursor(layer, 's1', [0.25, 0.5])
  expect(cursor).toHaveAttribute('data-shown')
  placeCursor(layer, 's1', null)
  expect(cursor).not.toHaveAttribute('data-shown')
})

test('at the far side the name stands on the other one', () => {
  const { layer, cursor } = layerWith('s1')
  placeCursor(layer, 's1', [0.9, 0])
  expect(cursor).toHaveAttribute('data-flip')
  placeCursor(layer, 's1', [0.1, 0])
  expect(cursor).not.toHaveAttribute('data-flip')
})

test.each(['a"b', 'a\\b', '"]', 'a\nb'])('the id %j from outside finds its own pointer, and is no selector', (id) => {
  const { layer, cursor } = layerWith(id)
  placeCursor(layer, id, [0, 0])
  expect(cursor).toHaveAttribute('data-shown')
})

test('a session without a pointer, and a layer that is gone, are nothing', () => {
  const { layer, cursor } = layerWith('s1')
  placeCursor(layer, 'other', [0, 0])
  placeCursor(null, 's1', [0, 0])
  expect(cursor).not.toHaveAttribute('data-shown')
})
