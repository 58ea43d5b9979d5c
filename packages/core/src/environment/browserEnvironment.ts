import { NEVER } from 'rxjs'
import { connectDevtools } from './devtools.ts'
import type { Environment } from './environment.ts'
import { openBroadcastChannel } from './openBroadcastChannel.ts'
import { createInput, createPageLife } from './pageEvents.ts'
import { createPlatformClock } from './platformClock.ts'
import { createPlatformRandom } from './platformRandom.ts'
import { createWebLocks } from './webLocks.ts'

/**
 * The environment over `window` and `document`. Where there is none (Node, a server that renders)
 * nothing ever happens in it and it is online and visible; clock and chance work everywhere.
 */
export function browserEnvironment(): Environment {
  const platform = { clock: createPlatformClock(), random: createPlatformRandom() }
  if (typeof window !== 'object' || typeof document !== 'object')
    return { ...platform, pageLife$: NEVER, input$: NEVER, isOnline: () => true, isVisible: () => true }
  return {
    ...platform,
    pageLife$: createPageLife({ window, document }),
    input$: createInput(window),
    // Only `false` says something: browsers are `true` on any network, also on one that leads nowhere.
    isOnline: () => navigator.onLine !== false,
    connectDevtools: () => connectDevtools(window),
    isVisible: () => document.visibilityState !== 'hidden',
    ...('requestAnimationFrame' in window ? { requestFrame } : {}),
    ...('BroadcastChannel' in window ? { openTabChannel: openBroadcastChannel } : {}),
    // Absent outside of secure contexts and in jsdom.
    ...('locks' in navigator && window.isSecureContext ? { locks: createWebLocks(navigator.locks) } : {}),
  }
}

function requestFrame(task: (at: number) => void): () => void {
  const frame = requestAnimationFrame(task)
  return () => cancelAnimationFrame(frame)
}
