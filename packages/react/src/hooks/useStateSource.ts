'use client'
/** The only place that meets `use-sync-external-store`: every hook reads through here. */
import type { StateSource } from '@rollcall/core'
import { useMemo } from 'react'
import { useSyncExternalStoreWithSelector } from 'use-sync-external-store/shim/with-selector'
import { useSelectorCheck } from './useSelectorCheck.ts'

/** As much of a source as reading needs. */
export interface Readable<T> extends Pick<StateSource<T>, 'getCurrent' | 'subscribe'> {
  /** What a server and a hydrating page read of it, where that is more than nothing. */
  readonly initial?: T
}

export interface ReadOptions<T, S> {
  /** The snapshot of a server and of a hydrating page: what the source reads as before anything is connected. Keep its identity. */
  readonly initial: T
  /** The part that matters; the component renders again only when it changes. */
  readonly select?: ((value: T) => S) | undefined
  /** When two selections count as the same. Default `Object.is`. */
  readonly isEqual?: ((a: S, b: S) => boolean) | undefined
}

function whole<T>(value: T): T {
  return value
}

/** Reads a source, or what is selected from it; the identity stays while the content does (INV-49). */
export function useStateSource<T>(source: Readable<T>, options: { readonly initial: T }): T
export function useStateSource<T, S>(
  source: Readable<T>,
  options: ReadOptions<T, S> & { readonly select: (value: T) => S },
): S
export function useStateSource<T, S>(source: Readable<T>, options: ReadOptions<T, S>): S | T
export function useStateSource<T, S>(source: Readable<T>, options: ReadOptions<T, S>): S | T {
  const { initial, select, isEqual } = options
  useSelectorCheck(source, options)
  // Stable functions: the shim forgets its last selection when one of them changes.
  const store = useMemo(
    () => ({
      subscribe: (listener: () => void) => source.subscribe(listener),
      getSnapshot: () => source.getCurrent(),
      getServerSnapshot: () => source.initial ?? initial,
    }),
    [source, initial],
  )
  return useSyncExternalStoreWithSelector<T, S | T>(
    store.subscribe,
    store.getSnapshot,
    store.getServerSnapshot,
    select ?? whole,
    // `isEqual` is only given with `select`, and then only meets selections; the compiler cannot pair two options.
    isEqual as ((a: S | T, b: S | T) => boolean) | undefined,
  )
}
