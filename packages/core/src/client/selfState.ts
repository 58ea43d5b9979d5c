/** My own status: what I chose over all my sessions, what activity says, and what I am doing. Pure. */
import {
  applyStatus,
  isSameValue,
  type SelfStatus,
  type Status,
  type StatusChanges,
  type StatusFields,
} from '@rollcall/protocol'

export interface PinnedStatus {
  readonly status: Status
  readonly statusText?: string
  /** Epoch ms by the server's clock. */
  readonly until?: number
}

export interface SelfState {
  /** Chosen by hand, on this page or another of mine; wins over activity. */
  readonly pinned: PinnedStatus | undefined
  /** Chosen here: said again to a server that has forgotten. */
  readonly isMine: boolean
  /** What activity says. */
  readonly automatic: 'online' | 'away'
  /** This session's own. */
  readonly activity: Omit<StatusFields, 'status' | 'statusText'>
}

/** What is chosen over all sessions, and where. */
export type Choice = Pick<SelfState, 'pinned' | 'isMine'>

export const INITIAL_SELF: SelfState = { pinned: undefined, isMine: false, automatic: 'online', activity: {} }

export type SelfEvent =
  | { readonly type: 'pinned'; readonly pinned: PinnedStatus }
  | { readonly type: 'unpinned' }
  /** The server tells what stands for my person. */
  | { readonly type: 'told'; readonly self: SelfStatus }
  | { readonly type: 'activityChanged'; readonly automatic: 'online' | 'away' }
  | { readonly type: 'did'; readonly changes: StatusChanges }
  /** A choice was refused: what stood before it stands again. */
  | ({ readonly type: 'refused' } & Choice)

/** The next state; the same object when nothing changed. */
export function reduceSelf(state: SelfState, event: SelfEvent): SelfState {
  switch (event.type) {
    case 'pinned':
      return { ...state, pinned: event.pinned, isMine: true }
    case 'unpinned':
      return state.pinned === undefined ? state : { ...state, pinned: undefined, isMine: false }
    case 'told': {
      const { status, statusText, until, pinned: isPinned } = event.self
      const pinned = isPinned
        ? {
            status,
            ...(statusText === undefined ? {} : { statusText }),
            ...(until === undefined ? {} : { until }),
          }
        : undefined
      return isSameValue(state.pinned, pinned) ? state : { ...state, pinned, isMine: false }
    }
    case 'refused':
      return { ...state, pinned: event.pinned, isMine: event.isMine }
    case 'activityChanged':
      return state.automatic === event.automatic ? state : { ...state, automatic: event.automatic }
    case 'did': {
      const { status: _, ...activity } = applyStatus({ status: 'online', ...state.activity }, event.changes)
      return isSameValue(state.activity, activity) ? state : { ...state, activity }
    }
  }
}

/** What this session says by itself, without the choice that lies over all sessions. */
export function selectSessionFields(state: SelfState): StatusFields {
  return { status: state.automatic, ...state.activity }
}

/** My true status. */
export function selectSelfFields(state: SelfState): StatusFields {
  const { pinned, activity } = state
  if (pinned === undefined) return selectSessionFields(state)
  return {
    ...activity,
    status: pinned.status,
    ...(pinned.statusText === undefined ? {} : { statusText: pinned.statusText }),
  }
}
