/**
 * A status chosen in one tab, where there is no server to tell the others: it goes to all tabs of the same person in this
 * browser, and a tab that opens later asks. The latest choice stands, by the wall clock that they share.
 */
import type { SelfStatus } from '@rollcall/protocol'
import type { Environment } from '../environment/environment.ts'
import { createTabLine } from '../environment/tabLine.ts'
import { checkStatus } from './checkCalls.ts'
import type { PinnedStatus } from './selfState.ts'

export interface SharedStatus {
  /** The choice was made here, now. */
  tell(): void
  /** Asks the other tabs what was chosen there. */
  ask(): void
  dispose(): void
}

export interface SharedStatusOptions {
  readonly environment: Environment
  /** Whose page this is; `undefined` until it is known: nothing is told or heard of. */
  person(): string | undefined
  /** What is chosen at present. */
  current(): PinnedStatus | undefined
  /** Another tab's choice. */
  heard(self: SelfStatus): void
}

const CHANNEL = 'rollcall-status'
const UNPINNED: SelfStatus = { status: 'online', pinned: false }

/** Opens the line; `undefined` where tabs cannot hear each other. */
export function createSharedStatus(options: SharedStatusOptions): SharedStatus | undefined {
  const { clock, openTabChannel, pageLife$ } = options.environment
  if (openTabChannel === undefined) return undefined
  let chosenAt = 0

  const post = (...words: readonly unknown[]): void => {
    const who = options.person()
    if (who !== undefined) line.post([who, ...words])
  }
  const say = (): void => post('chosen', chosenAt, options.current() ?? null)
  const hear = (message: unknown): void => {
    if (!Array.isArray(message)) return
    const [who, verb, at, choice]: readonly unknown[] = message
    if (who !== options.person() || who === undefined) return
    if (verb === 'ask' && chosenAt > 0) say()
    if (verb !== 'chosen' || typeof at !== 'number' || !Number.isSafeInteger(at) || at <= chosenAt) return
    const self = choice === null ? UNPINNED : readChoice(choice)
    if (self === undefined) return
    chosenAt = at
    options.heard(self)
  }
  const line = createTabLine({ name: CHANNEL, openTabChannel, pageLife$, hear })
  return {
    tell: () => {
      // After every choice we know of, also where the wall clock was put back meanwhile.
      chosenAt = Math.max(clock.wall(), chosenAt + 1)
      say()
    },
    ask: () => post('ask'),
    dispose: () => line.close(),
  }
}

/** `undefined`: no choice that we could have made ourselves. Any script of the origin can post anything. */
function readChoice(choice: unknown): SelfStatus | undefined {
  if (typeof choice !== 'object' || choice === null || !('status' in choice)) return undefined
  const { status, statusText, until }: { status: unknown; statusText?: unknown; until?: unknown } = choice
  if (typeof status !== 'string' || (statusText !== undefined && typeof statusText !== 'string')) return undefined
  if (until !== undefined && (typeof until !== 'number' || !Number.isSafeInteger(until))) return undefined
  try {
    checkStatus(status, statusText)
  } catch {
    return undefined
  }
  return {
    status,
    pinned: true,
    ...(statusText === undefined ? {} : { statusText }),
    ...(until === undefined ? {} : { until }),
  }
}
