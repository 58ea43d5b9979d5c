import { describe, expect, it } from 'vitest'
import type { PageLifeEvent } from '../page/pageLife.ts'
import { createInput, createPageLife } from './pageEvents.ts'

class TestDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible'
}

describe('page events', () => {
  it('tell page life in the order in which the page tells it', () => {
    const [window, document] = [new EventTarget(), new TestDocument()]
    const heard: PageLifeEvent[] = []
    const subscription = createPageLife({ window, document }).subscribe((event) => heard.push(event))
    window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }))
    document.visibilityState = 'hidden'
    document.dispatchEvent(new Event('visibilitychange'))
    document.dispatchEvent(new Event('freeze'))
    document.dispatchEvent(new Event('resume'))
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    document.visibilityState = 'visible'
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('offline'))
    window.dispatchEvent(new Event('online'))
    window.dispatchEvent(new Event('pagehide'))
    subscription.unsubscribe()
    window.dispatchEvent(new Event('online'))
    expect(heard).toEqual([
      { type: 'hide', cached: true },
      { type: 'hidden' },
      { type: 'freeze' },
      { type: 'resume' },
      { type: 'show', cached: true },
      { type: 'visible' },
      { type: 'offline' },
      { type: 'online' },
      { type: 'hide', cached: false },
    ])
  })

  it('tell of input by pointer, key, touch and wheel, and stop when nobody listens', () => {
    const window = new EventTarget()
    let inputs = 0
    const subscription = createInput(window).subscribe(() => (inputs += 1))
    for (const type of ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel', 'scroll'])
      window.dispatchEvent(new Event(type))
    expect(inputs).toBe(5)
    subscription.unsubscribe()
    window.dispatchEvent(new Event('keydown'))
    expect(inputs).toBe(5)
  })
})
