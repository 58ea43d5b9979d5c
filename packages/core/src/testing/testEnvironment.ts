/** A page, a device and a person at it, made of verbs. */
import type { Clock, Random } from '@rollcall/protocol'
import { Subject } from 'rxjs'
import type { Environment } from '../environment/environment.ts'
import type { Locks } from '../page/locks.ts'
import type { PageLifeEvent } from '../page/pageLife.ts'
import { createTestClock } from './testClock.ts'
import type { TestLocks } from './testLocks.ts'
import type { TestTabChannels } from './testTabChannels.ts'
import { createTestRandom } from './testRandom.ts'

export interface TestEnvironment extends Environment {
  /** The device loses its network: `isOnline()` is false from now on, and the page is told. */
  goOffline(): void
  goOnline(): void
  /** The tab goes to the background. */
  hide(): void
  /** The tab comes to the front. */
  show(): void
  freeze(): void
  resume(): void
  /** The page goes away: for good, or (`cached`) into the back/forward cache. It is hidden then, too. */
  leavePage(options?: { readonly cached?: boolean }): void
  /** The page comes back from the back/forward cache, visible. */
  returnToPage(): void
  /** The person touches something. */
  input(): void
  /** The process dies: locks are let go of, and nothing is said. */
  crash(): void
}

export interface TestEnvironmentOptions {
  /** Default: an own test clock. Parties of one network share one. */
  readonly clock?: Clock
  /** Default: seeded with 1. Parties that make ids need different seeds. */
  readonly random?: Random
  /** Locks of the browser this tab is in. Default: a browser without locks. */
  readonly locks?: TestLocks
  /** Channels of the browser this tab is in. Default: a browser without any. */
  readonly tabChannels?: TestTabChannels
}

/** Makes an online, visible page in which nothing happens by itself. */
export function createTestEnvironment(options: TestEnvironmentOptions = {}): TestEnvironment {
  const pageLife = new Subject<PageLifeEvent>()
  const input = new Subject<void>()
  const tab: (Locks & { crash(): void }) | undefined = options.locks?.openTab()
  let online = true
  let visible = true

  const setOnline = (value: boolean): void => {
    online = value
    pageLife.next({ type: value ? 'online' : 'offline' })
  }
  const setVisible = (value: boolean): void => {
    if (visible === value) return
    visible = value
    pageLife.next({ type: value ? 'visible' : 'hidden' })
  }
  return {
    clock: options.clock ?? createTestClock(),
    random: options.random ?? createTestRandom(1),
    pageLife$: pageLife.asObservable(),
    input$: input.asObservable(),
    isOnline: () => online,
    isVisible: () => visible,
    ...(tab === undefined ? {} : { locks: tab }),
    ...(options.tabChannels === undefined ? {} : { openTabChannel: options.tabChannels.open }),
    goOffline: () => setOnline(false),
    goOnline: () => setOnline(true),
    hide: () => setVisible(false),
    show: () => setVisible(true),
    freeze: () => pageLife.next({ type: 'freeze' }),
    resume: () => pageLife.next({ type: 'resume' }),
    leavePage: ({ cached = false } = {}) => {
      pageLife.next({ type: 'hide', cached })
      setVisible(false)
    },
    returnToPage: () => {
      pageLife.next({ type: 'show', cached: true })
      setVisible(true)
    },
    input: () => input.next(),
    crash: () => tab?.crash(),
  }
}
