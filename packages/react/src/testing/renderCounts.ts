/** How often what stands where was rendered, for tests that hold it down to what has to be. */
import { createElement, Profiler, type ReactElement, type ReactNode } from 'react'

export interface RenderCounts {
  /** Counts the commits in which anything inside was rendered. */
  readonly Probe: (props: { readonly id: string; readonly children?: ReactNode }) => ReactElement
  /** Commits of the probe `id` so far, the first one included. */
  of(id: string): number
  /** Commits of all probes so far. */
  total(): number
  /** Starts from zero. */
  reset(): void
}

export function createRenderCounts(): RenderCounts {
  const counts = new Map<string, number>()
  const note = (id: string): void => {
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return {
    Probe: ({ id, children }) => createElement(Profiler, { id, onRender: note }, children),
    of: (id) => counts.get(id) ?? 0,
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    reset: () => counts.clear(),
  }
}
