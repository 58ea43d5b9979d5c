/** That our own connection is away, when it stays away, and that it is back: one message each. */
import { LEAD_MS } from './announcementPolicy.ts'
import type { Voice } from './voice.ts'

/** `starting` and `closed` are nobody's news: the page opens, and the app has ended it. */
export type LinkFact = 'starting' | 'up' | 'away' | 'offline' | 'failed' | 'closed'

export interface LinkMemory {
  readonly link: LinkFact
  /** When the link went away, while nothing was said of it. */
  readonly awaySince: number | undefined
  /** It was said to be away. */
  readonly isToldLost: boolean
}

export const linkVoice: Voice<LinkMemory, LinkFact> = {
  silent: { link: 'starting', awaySince: undefined, isToldLost: false },

  hear: (state, link, at) => {
    if (link === state.link) return { state }
    const { isToldLost } = state
    if (link === 'up') {
      const next = { link, awaySince: undefined, isToldLost: false }
      return isToldLost ? { state: next, said: { kind: 'restored' } } : { state: next }
    }
    if (link === 'failed') return { state: { link, awaySince: undefined, isToldLost: true }, said: { kind: 'failed' } }
    if (link === 'offline' && !isToldLost)
      return { state: { link, awaySince: undefined, isToldLost: true }, said: { kind: 'lost', cause: 'device' } }
    const awaySince = link === 'away' && !isToldLost ? (state.awaySince ?? at) : undefined
    return { state: { link, awaySince, isToldLost } }
  },

  dueAt: ({ awaySince }) => (awaySince === undefined ? Infinity : awaySince + LEAD_MS.connection),

  look: (state, at, policy) => {
    if (at < linkVoice.dueAt(state, policy)) return { state }
    return {
      state: { ...state, awaySince: undefined, isToldLost: true },
      said: { kind: 'lost', cause: 'link' },
    }
  },
}
