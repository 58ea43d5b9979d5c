import { describe, expect, test } from 'vitest'
import { createKeyedListeners } from './keyedListeners.ts'

function listenTo(names: readonly string[]) {
  const thrown: unknown[] = []
  const keyed = createKeyedListeners<string>((error) => thrown.push(error))
  const told: string[] = []
  const stops = names.map((name) => keyed.subscribe('key', () => told.push(name)))
  return { keyed, thrown, told, stops }
}

describe('listeners of a key', () => {
  test('are told in order of coming, and one that throws stops nobody', () => {
    const { keyed, told, thrown } = listenTo(['first'])
    keyed.subscribe('key', () => {
      throw new Error('mine')
    })
    keyed.subscribe('key', () => told.push('last'))
    keyed.notify('key')
    expect(told).toEqual(['first', 'last'])
    expect(thrown).toEqual([new Error('mine')])
  })

  test('the same function twice is told twice, and a removal takes away its own alone, however often it is called', () => {
    const { keyed } = listenTo([])
    let told = 0
    const count = (): void => void (told += 1)
    const stop = keyed.subscribe('key', count)
    keyed.subscribe('key', count)
    keyed.notify('key')
    expect(told).toBe(2)
    stop()
    stop()
    keyed.notify('key')
    expect(told).toBe(3)
    expect(keyed.size()).toBe(1)
  })

  test('one removed by another while they are told is not told any more; one that comes meanwhile has to wait', () => {
    const { keyed, told, stops } = listenTo([])
    keyed.subscribe('key', () => {
      for (const stop of stops) stop()
      keyed.subscribe('key', () => told.push('newcomer'))
    })
    stops.push(keyed.subscribe('key', () => told.push('removed')))
    keyed.notify('key')
    expect(told).toEqual([])
    keyed.notify('key')
    expect(told).toEqual(['newcomer'])
  })

  test('a key whose listeners have gone takes no room, also while it is told', () => {
    const { keyed, told, stops } = listenTo(['a', 'b'])
    keyed.subscribe('other', () => {})
    for (const stop of stops) stop()
    expect(keyed.size()).toBe(1)
    keyed.notify('key')
    expect(told).toEqual([])
  })
})
