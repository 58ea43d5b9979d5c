import { createDisplayTime } from '@rollcall/core'
import { createTestClock } from '@rollcall/core/testing'
import { expect, test } from 'vitest'
import { createRestWatch } from './restWatch.ts'

interface Pointer {
  readonly name: string
  readonly movedAt: number
  isIdle: boolean
}

function createScene(idleAfter = 3_000, hideAfter = 30_000) {
  const clock = createTestClock()
  const all = new Map<string, Pointer>()
  const told: string[] = []
  const watch = createRestWatch<Pointer>(createDisplayTime({ clock }), {
    all: () => all.values(),
    limits: () => ({ idleAfter, hideAfter }),
    becameIdle: (one) => {
      one.isIdle = true
      told.push(`${one.name} idle ${clock.now()}`)
    },
    gone: ({ name }) => {
      all.delete(name)
      told.push(`${name} gone ${clock.now()}`)
    },
  })
  const move = (name: string): void => {
    all.set(name, { name, movedAt: clock.now(), isIdle: false })
    watch.watch()
  }
  return { clock, told, move, watch }
}

test('a pointer is idle after three seconds and gone after thirty, each told once', () => {
  const { clock, told, move } = createScene()
  move('ada')
  clock.advance(60_000)
  expect(told).toEqual(['ada idle 3000', 'ada gone 30000'])
  expect(clock.pending()).toBe(0)
})

test('who moves goes on being awake, with one timer for all', () => {
  const { clock, told, move } = createScene()
  for (let step = 0; step < 500; step += 1) {
    move('ada')
    if (step === 0) move('bo')
    clock.advance(20)
    expect(clock.pending()).toBe(1)
  }
  expect(told).toEqual(['bo idle 3000'])
})

test('hidden earlier than idle, it is only hidden', () => {
  const { clock, told, move } = createScene(5_000, 1_000)
  move('ada')
  clock.advance(10_000)
  expect(told).toEqual(['ada gone 1000'])
})

test('stopped, no timer is left', () => {
  const { clock, move, watch } = createScene()
  move('ada')
  watch.stop()
  expect(clock.pending()).toBe(0)
})
