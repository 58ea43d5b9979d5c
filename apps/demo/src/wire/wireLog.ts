/** What went over the wire lately. Costs a push a message while nobody looks: texts are read only for who does. */
import type { Clock } from '@rollcall/core'
import type { WireTap } from '../network/simulatedSocket.ts'
import { frameLines, type FrameLine, type WireMessage } from './frameLine.ts'

export interface WireEntry extends FrameLine {
  /** Counts up; never used twice. */
  readonly id: number
}

export interface WirePicture {
  /** Newest first. */
  readonly entries: readonly WireEntry[]
  /** Frames since the page was opened, those that are not kept any more included. */
  readonly frames: number
}

export interface WireLog extends WireTap {
  getCurrent(): WirePicture
  /** Told at most ten times a second. */
  subscribe(listener: () => void): () => void
  /** Forgets what is kept. */
  clear(): void
}

export interface WireLogOptions {
  readonly clock: Pick<Clock, 'wall' | 'setTimer'>
  /** Listens itself while somebody looks, where nothing tells it. Returns the end of it. */
  readonly listen?: (tap: WireTap) => () => void
}

/** Older ones are let go of. */
const KEPT = 500
const TOLD_EVERY_MS = 100

export function createWireLog({ clock, listen }: WireLogOptions): WireLog {
  const listeners = new Set<() => void>()
  let unread: WireMessage[] = []
  let picture: WirePicture = { entries: [], frames: 0 }
  let cancel: (() => void) | undefined
  let stopListening = (): void => {}

  const read = (): void => {
    let { frames } = picture
    const news = unread.flatMap(frameLines).map((line): WireEntry => ({ ...line, id: (frames += 1) }))
    unread = []
    picture = { entries: [...news.toReversed(), ...picture.entries].slice(0, KEPT), frames }
    for (const listener of listeners) listener()
  }
  const note = (message: WireMessage): void => {
    unread.push(message)
    if (unread.length > KEPT * 2) unread = unread.slice(-KEPT)
    if (listeners.size === 0) return
    cancel ??= clock.setTimer(TOLD_EVERY_MS, () => {
      cancel = undefined
      read()
    })
  }
  const tap: WireTap = {
    text: (way, text) => note({ at: clock.wall(), way, text }),
    socket: (what, code) => note({ at: clock.wall(), way: what, code }),
  }
  return {
    ...tap,
    getCurrent: () => picture,
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) {
        stopListening = listen?.(tap) ?? stopListening
        read()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stopListening()
        cancel?.()
        cancel = undefined
      }
    },
    clear: () => {
      unread = []
      picture = { entries: [], frames: picture.frames }
      for (const listener of listeners) listener()
    },
  }
}
