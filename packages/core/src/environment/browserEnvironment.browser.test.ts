import { firstValueFrom } from 'rxjs'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { PageLifeEvent } from '../page/pageLife.ts'
import { browserEnvironment } from './browserEnvironment.ts'
import { createSharedInput } from './sharedInput.ts'

const leftovers: (() => void)[] = []
afterEach(() => {
  for (const undo of leftovers.splice(0)) undo()
})

describe('the environment of a page', () => {
  it('is online, visible, and has locks where the page is secure', () => {
    const environment = browserEnvironment()
    expect(environment.isOnline()).toBe(true)
    expect(environment.isVisible()).toBe(true)
    expect(environment.locks).toBeDefined()
  })

  it('hears a real key, also one that the page stops', async () => {
    const input = document.body.appendChild(document.createElement('input'))
    const stop = (event: Event): void => event.stopPropagation()
    document.addEventListener('keydown', stop, { capture: true })
    leftovers.push(
      () => input.remove(),
      () => document.removeEventListener('keydown', stop, { capture: true }),
    )
    let inputs = 0
    const subscription = browserEnvironment().input$.subscribe(() => (inputs += 1))
    await userEvent.type(input, 'a')
    subscription.unsubscribe()
    expect(inputs).toBeGreaterThan(0)
  })

  it('hears of the page and the device while somebody listens', () => {
    const heard: PageLifeEvent[] = []
    const subscription = browserEnvironment().pageLife$.subscribe((event) => heard.push(event))
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    window.dispatchEvent(new Event('offline'))
    subscription.unsubscribe()
    window.dispatchEvent(new Event('online'))
    expect(heard).toEqual([{ type: 'hide', cached: true }, { type: 'offline' }])
  })

  it('runs deferred tasks in order, after promises and before timers', async () => {
    const { clock } = browserEnvironment()
    const ran: string[] = []
    await new Promise<void>((resolve) => {
      clock.setTimer(20, resolve)
      clock.defer(() => ran.push('deferred first'))
      clock.defer(() => ran.push('deferred second'))
      void Promise.resolve().then(() => ran.push('promise'))
      ran.push('now')
    })
    expect(ran).toEqual(['now', 'promise', 'deferred first', 'deferred second'])
  })
})

describe('the line between tabs', () => {
  const openTab = (person: string) => {
    const { openTabChannel, ...environment } = browserEnvironment()
    if (openTabChannel === undefined) throw new Error('every browser of today has channels')
    const shared = createSharedInput({ ...environment, openTabChannel, person: () => person })
    leftovers.push(() => shared.dispose())
    return shared
  }

  it('carries an input to the tabs of the same person, with its age, and to nobody else', async () => {
    const [one, two, other] = [openTab('ada'), openTab('ada'), openTab('bob')]
    let overheard = 0
    const listening = other.ages$.subscribe(() => (overheard += 1))
    const heard = firstValueFrom(two.ages$)
    one.tell()
    expect(await heard).toBeLessThan(5_000)
    // Channels keep their order: what was posted first has come to everybody by now.
    const fromOther = firstValueFrom(other.ages$)
    openTab('bob').tell()
    await fromOther
    expect(overheard).toBe(1)
    listening.unsubscribe()
  })
})

describe('locks of a page', () => {
  it('tell of a release, of nothing that was never held, and of nothing after cancelling', async () => {
    const { locks } = browserEnvironment()
    if (locks === undefined) throw new Error('a secure page has locks')
    const told: string[] = []
    const held = new Promise<void>((resolve) => {
      leftovers.push(locks.hold('mine', resolve))
    })
    await held
    locks.whenReleased('of nobody', () => told.push('of nobody'))
    const cancel = locks.whenReleased('mine', () => told.push('cancelled'))
    const released = new Promise<void>((resolve) => {
      locks.whenReleased('mine', resolve)
    })
    const isWatched = async (): Promise<boolean> =>
      ((await navigator.locks.query()).pending ?? []).filter(({ name }) => name === 'mine').length === 2
    while (!(await isWatched()));
    cancel()
    leftovers.pop()?.()
    await released
    expect(told).toEqual([])
  })

  it('do not hold what was given back before it was ours', async () => {
    const { locks } = browserEnvironment()
    if (locks === undefined) throw new Error('a secure page has locks')
    let held = false
    locks.hold('brief', () => (held = true))()
    await navigator.locks.request('brief', () => {})
    expect(held).toBe(false)
  })
})
