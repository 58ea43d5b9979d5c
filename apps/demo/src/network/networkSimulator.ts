/** The line between this page and its server, with a hand on it: slower, cut, or silent. */
import type { Clock, WebSocketConstructor, WebSocketLike } from '@rollcall/core'
import { conditionsOf, presetOf, travelMs, type NetworkConditions, type NetworkPreset } from './conditions.ts'
import { createSimulatedSocket, type SimulatedSocket, type WireTap } from './simulatedSocket.ts'

export interface NetworkState {
  /** `custom`: as the sliders stand. */
  readonly preset: NetworkPreset | 'custom'
  readonly conditions: NetworkConditions
  /** No socket opens. */
  readonly isOffline: boolean
  /** When it comes back by itself, epoch ms; absent: when somebody says so. */
  readonly backAt?: number
  /** A socket is dead, and nobody has been told. */
  readonly isSilent: boolean
}

export interface NetworkSimulator {
  getCurrent(): NetworkState
  subscribe(listener: () => void): () => void
  choose(preset: NetworkPreset): void
  adjust(conditions: Partial<NetworkConditions>): void
  dropSocket(): void
  killSilently(): void
  /** Cut now, and back by itself after that time. */
  goOfflineFor(ms: number): void
  /** The network is there again; a socket that died silently ends, so that a new one can open. */
  restore(): void
  /** In place of the platform's constructor. */
  readonly WebSocket: WebSocketConstructor
}

export interface NetworkSimulatorOptions {
  readonly clock: Pick<Clock, 'now' | 'wall' | 'setTimer'>
  /** Uniform in [0, 1). */
  readonly chance: () => number
  readonly tap: WireTap
  readonly preset: NetworkPreset
  /** The platform's. */
  readonly Socket: WebSocketConstructor
}

export function createNetworkSimulator(options: NetworkSimulatorOptions): NetworkSimulator {
  const { clock, chance, tap, preset, Socket } = options
  const listeners = new Set<() => void>()
  const sockets = new Set<SimulatedSocket>()
  const silent = new Set<SimulatedSocket>()
  let state: NetworkState = {
    preset,
    conditions: conditionsOf(preset),
    isOffline: preset === 'offline',
    isSilent: false,
  }
  let cancelReturn = (): void => {}

  const set = (line: Pick<NetworkState, 'conditions' | 'isOffline' | 'backAt'>): void => {
    const name = line.isOffline ? 'offline' : presetOf(line.conditions)
    state = { ...line, preset: name, isSilent: silent.size > 0 }
    for (const listener of listeners) listener()
  }
  const setLine = (conditions: NetworkConditions): void => {
    cancelReturn()
    set({ conditions, isOffline: false })
  }
  const open = (url: string, protocols: string[]): WebSocketLike => {
    const socket = createSimulatedSocket({
      open: state.isOffline ? undefined : () => new Socket(url, protocols),
      clock,
      travelMs: () => travelMs(state.conditions, chance),
      tap,
      ended: () => {
        sockets.delete(socket)
        if (silent.delete(socket)) set(state)
      },
    })
    sockets.add(socket)
    return socket
  }
  const dropAll = (): void => {
    for (const socket of sockets) socket.drop()
  }
  const goOffline = (backAt?: number): void => {
    cancelReturn()
    set({ conditions: state.conditions, isOffline: true, ...(backAt !== undefined && { backAt }) })
    dropAll()
  }
  const restore = (): void => {
    for (const socket of silent) socket.drop()
    if (state.isOffline) setLine(state.conditions)
  }
  return {
    getCurrent: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    choose: (chosen) => (chosen === 'offline' ? goOffline() : setLine(conditionsOf(chosen))),
    adjust: (conditions) => setLine({ ...state.conditions, ...conditions }),
    dropSocket: dropAll,
    killSilently: () => {
      for (const socket of sockets) {
        silent.add(socket)
        socket.silence()
      }
      set(state)
    },
    goOfflineFor: (ms) => {
      goOffline(clock.wall() + ms)
      cancelReturn = clock.setTimer(ms, restore)
    },
    restore,
    WebSocket: constructorOf(Socket, open),
  }
}

/** What `new` gives is made by a function: a class would have to be one of ours. */
function constructorOf(
  Socket: WebSocketConstructor,
  open: (url: string, protocols: string[]) => WebSocketLike,
): WebSocketConstructor {
  return new Proxy(Socket, {
    construct: (_, [url, protocols]: [string, string[]]) => open(url, protocols),
  })
}
