'use client'
import type { ClientTime } from '@rollcall/core'
import { useMemo } from 'react'
import { createTicker, type Ticker } from './ticker.ts'
import { useStateSource, type Readable } from './useStateSource.ts'

/** A text, or whatever else is told of an instant, that stays as it is until `nextChangeAt` (epoch ms; `null`: for good). */
export interface Timely {
  readonly nextChangeAt: number | null
}

/** One timer per clock, for everybody who reads it; gone with the clock. */
const tickers = new WeakMap<ClientTime, Ticker>()

function tickerOf(time: ClientTime): Ticker {
  const known = tickers.get(time)
  if (known !== undefined) return known
  const made = createTicker(time)
  tickers.set(time, made)
  return made
}

/** Reads again only when the last reading has run out, so that its identity lasts as long as it is true. */
function createTimelySource<T extends Timely>(time: ClientTime, read: (now: number) => T): Readable<T> {
  let last: { readonly readAt: number; readonly value: T } | undefined
  const getCurrent = (): T => {
    const now = time.now()
    // A clock that was set back makes every reading of later void.
    const isValid = last !== undefined && now >= last.readAt && now < (last.value.nextChangeAt ?? Infinity)
    if (last !== undefined && isValid) return last.value
    const value = read(now)
    last = { readAt: now, value }
    return value
  }
  return {
    getCurrent,
    subscribe: (listener) => tickerOf(time).watch(() => getCurrent().nextChangeAt, listener),
  }
}

/**
 * What `read` says of now, read again when it says that it changes: the component renders when the text does, not
 * when time passes. Give a stable `read`. `initial` is what a server rendered, which knows no present.
 */
export function useNow<T extends Timely>(time: ClientTime, read: (now: number) => T, initial: T): T {
  const source = useMemo(() => createTimelySource(time, read), [time, read])
  return useStateSource(source, { initial })
}
