/**
 * Keeps my own status and tells it: to a server as `statusUpdate`, between tabs inside each
 * room's `state` (`published`). A change of status goes at once, activity and text are merged.
 */
import {
  diffStatus,
  type Clock,
  type PresenceError,
  type SelfStatus,
  type StatusChanges,
  type StatusFields,
} from '@rollcall/protocol'
import { createMergeWindow } from '../presence/mergeWindow.ts'
import { createSettlements, type Settle, type SettlementsOptions } from '../presence/settlements.ts'
import { createStoreState, type StateTrace, type StoreState } from '../store/storeState.ts'
import type { Greeting, OutgoingFrame } from '../transport/transport.ts'
import { createAcceptedChoice } from './acceptedChoice.ts'
import { pinRequest } from './pinRequest.ts'
import {
  INITIAL_SELF,
  reduceSelf,
  selectSelfFields,
  selectSessionFields,
  type PinnedStatus,
  type SelfEvent,
  type SelfState,
} from './selfState.ts'

export interface SelfStore {
  readonly state: StoreState<SelfState>
  /** What others may know by now: my fields as of the last telling. */
  published(): StatusFields
  pin(pinned: PinnedStatus | undefined, settle: Settle): void
  did(changes: StatusChanges, settle: Settle): void
  setAutomatic(status: 'online' | 'away'): void
  told(self: SelfStatus): void
  /** What a connection says of us when it greets. */
  greeting(): Omit<Greeting, 'user'>
  connected(connection: { readonly resumed: boolean; readonly self?: SelfStatus | undefined }): void
  dispose(error: PresenceError): void
}

export interface SelfStoreOptions extends SettlementsOptions {
  readonly liveness: 'peers' | 'authority'
  readonly clock: Clock
  /** Merge window of activity and text, ms. */
  readonly windowMs: number
  epochNow(): number
  idleMs(): number
  send(frames: readonly OutgoingFrame[]): boolean
  isConnected(): boolean
  /** Between tabs: rooms have to say their state again. */
  publish(): void
  report(thrown: unknown): void
  /** Chosen by hand on this page. */
  chosen?(): void
  readonly trace?: StateTrace | undefined
}

const NOTHING_SAID: StatusFields = { status: 'online' }

/** Makes the store of somebody who is simply online. */
export function createSelfStore(options: SelfStoreOptions): SelfStore {
  const { clock, liveness } = options
  const state = createStoreState<SelfState>(INITIAL_SELF, options)
  const settlements = createSettlements(options)
  /** What the server knows of this session, or the tabs of me. */
  let transmitted: StatusFields = NOTHING_SAID
  let greeted: StatusFields | undefined
  /** A choice that no server has accepted yet. */
  let isPinUnsaid = false
  let cancelExpiry: (() => void) | undefined

  const current = (): StatusFields =>
    liveness === 'peers' ? selectSelfFields(state.get()) : selectSessionFields(state.get())
  const sendUpdate = (update: { readonly changes: StatusChanges; readonly pin?: boolean; readonly until?: number }) => {
    if (!options.isConnected()) return false
    const carried = settlements.carry(() => false)
    const request = carried.request === undefined ? {} : { request: carried.request }
    const sent = options.send([{ type: 'statusUpdate', ...request, idleMs: options.idleMs(), ...update }])
    if (sent) carried.sent()
    else carried.failed()
    return sent
  }
  const sendFields = (): boolean => {
    const next = current()
    const changes = diffStatus(transmitted, next)
    if (changes === undefined) {
      if (options.isConnected()) settlements.nothingToSay()
      return false
    }
    if (liveness === 'peers') {
      transmitted = next
      options.publish()
      if (options.isConnected()) settlements.nothingToSay()
      return true
    }
    if (!sendUpdate({ changes })) return false
    transmitted = next
    return true
  }
  const window = createMergeWindow({ clock, windowMs: options.windowMs, transmit: sendFields })

  const apply = (reason: string, event: SelfEvent): void => {
    state.set(reason, reduceSelf(state.get(), event))
    armExpiry()
  }
  const accepted = createAcceptedChoice({
    current: () => state.get().pinned,
    restore: (choice) => {
      apply('self/refused', { type: 'refused', ...choice })
      if (liveness === 'authority') options.publish()
    },
  })
  const tell = (told: SelfStatus): void => {
    apply('self/told', { type: 'told', self: told })
    accepted.told(state.get())
  }
  const armExpiry = (): void => {
    cancelExpiry?.()
    const until = state.get().pinned?.until
    cancelExpiry = until === undefined ? undefined : clock.setTimer(Math.max(0, until - options.epochNow()), expire)
  }
  const expire = (): void => {
    cancelExpiry = undefined
    // The server ends it by itself; between tabs nobody else does.
    apply('self/expired', { type: 'unpinned' })
    sayNow()
  }
  /** Past the window: status never waits. What the window held goes along. */
  const sayNow = (): void => {
    window.cancel()
    sendFields()
  }
  const sayPin = (): void => {
    if (liveness === 'peers') sayNow()
    else isPinUnsaid = !sendUpdate(pinRequest(state.get().pinned))
  }
  return {
    state,
    published: () => (liveness === 'peers' ? transmitted : selectSelfFields(state.get())),
    pin: (pinned, settle) => {
      apply('self/pinned', pinned === undefined ? { type: 'unpinned' } : { type: 'pinned', pinned })
      settlements.add(accepted.settled(pinned, settle))
      sayPin()
      options.chosen?.()
      if (liveness === 'authority') options.publish()
    },
    did: (changes, settle) => {
      apply('self/did', { type: 'did', changes })
      settlements.add(settle)
      window.touch()
      if (liveness === 'authority') options.publish()
    },
    setAutomatic: (automatic) => {
      const before = state.get()
      apply('self/activityChanged', { type: 'activityChanged', automatic })
      if (state.get() === before) return
      sayNow()
      if (liveness === 'authority') options.publish()
    },
    told: (self) => {
      tell(self)
      if (liveness === 'peers') sayNow()
      else options.publish()
    },
    greeting: () => {
      const fields = selectSessionFields(state.get())
      const { pinned, isMine } = state.get()
      // An invisible person must not be seen for a moment by a server that has forgotten, whoever chose it.
      const saysPin = isPinUnsaid || (pinned !== undefined && (isMine || pinned.status === 'invisible'))
      // With a pin, `s` is the person's: what activity says of this session is told afterwards.
      greeted = saysPin ? { ...fields, status: NOTHING_SAID.status } : fields
      const session = { ...diffStatus(NOTHING_SAID, fields), status: fields.status }
      if (!saysPin) return { changes: session, idleMs: options.idleMs() }
      const pin = pinRequest(pinned)
      return { ...pin, changes: { ...session, ...pin.changes }, idleMs: options.idleMs() }
    },
    connected: ({ resumed, self }) => {
      const unsettled = settlements.reconnected()
      if (liveness === 'peers') {
        transmitted = current()
        return settlements.nothingToSay()
      }
      const wasGreeted = greeted !== undefined
      transmitted = greeted ?? (!resumed || unsettled ? NOTHING_SAID : transmitted)
      greeted = undefined
      if (wasGreeted) isPinUnsaid = false
      else if (isPinUnsaid || state.get().isMine) sayPin()
      if (self !== undefined && !isPinUnsaid && wasGreeted) tell(self)
      sendFields()
    },
    dispose: (error) => {
      accepted.dispose()
      cancelExpiry?.()
      window.dispose()
      settlements.dispose(error)
    },
  }
}
