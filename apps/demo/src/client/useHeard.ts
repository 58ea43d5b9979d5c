import { useClient } from '@rollcall/react'
import { useEffect, useReducer } from 'react'

/** What a live region of the page was given to read out. */
export interface Heard {
  /** Counts up; never used twice. */
  readonly id: number
  readonly text: string
  readonly politeness: 'polite' | 'assertive'
  /** Epoch ms. */
  readonly at: number
}

const LIVE = '[aria-live], [role=status], [role=alert]'
const KEPT = 50

/**
 * Listens at the live regions themselves, the components' and the page's own: whatever a screen reader is given to say
 * is in one of them. Newest first.
 */
export function useHeard(): readonly Heard[] {
  const { time } = useClient()
  const [heard, hear] = useReducer((log: readonly Heard[], news: Omit<Heard, 'id'>) => {
    return [{ ...news, id: (log[0]?.id ?? 0) + 1 }, ...log].slice(0, KEPT)
  }, [])
  useEffect(() => {
    const observer = new MutationObserver((records) => {
      for (const region of new Set(records.flatMap(regionsOf))) {
        const text = newest(region)
        if (text !== '') hear({ text, politeness: politenessOf(region), at: time.now() })
      }
    })
    observer.observe(document.body, { childList: true, characterData: true, subtree: true })
    return () => observer.disconnect()
  }, [time])
  return heard
}

/** The live region that something was added to; nothing that was only taken away. */
function regionsOf({ type, target, addedNodes }: MutationRecord): readonly Element[] {
  if (type === 'childList' && addedNodes.length === 0) return []
  const element = target instanceof Element ? target : target.parentElement
  const region = element?.closest(LIVE) ?? null
  return region === null || region.closest('[aria-hidden=true]') !== null ? [] : [region]
}

/** Regions of the components gather messages; the last one is what is new. */
function newest(region: Element): string {
  return (region.lastElementChild ?? region).textContent.trim()
}

function politenessOf(region: Element): Heard['politeness'] {
  const said = region.getAttribute('aria-live') ?? region.getAttribute('role')
  return said === 'assertive' || said === 'alert' ? 'assertive' : 'polite'
}
