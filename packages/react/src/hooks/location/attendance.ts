/** Whether I am at a field, by what happened to it. Pure: what happened and when in, what that makes of me out. */

export interface Attendance {
  readonly hasFocus: boolean
  /** When I last did anything there, epoch ms. */
  readonly actedAt: number
  /** Since when the page is in the background. */
  readonly hiddenAt: number | undefined
  /** Left with the focus still in it: the form was sent, or somebody else was let in. Until I act again. */
  readonly hasLeft: boolean
  /** It is somebody else's: I read along, and am not there. */
  readonly isLocked: boolean
}

/** What happens to a field and the page it is on. `acted`: a key, an input, a press. */
export type FieldEvent =
  | 'focused'
  | 'blurred'
  | 'acted'
  | 'submitted'
  | 'hidden'
  | 'shown'
  | 'gaveWay'
  | 'locked'
  | 'unlocked'

export const ABSENT: Attendance = {
  hasFocus: false,
  actedAt: Number.NEGATIVE_INFINITY,
  hiddenAt: undefined,
  hasLeft: false,
  isLocked: false,
}

/** A look into another tab is no leaving. */
export const HIDDEN_GRACE_MS = 10_000

export function attend(state: Attendance, event: FieldEvent, at: number): Attendance {
  switch (event) {
    case 'focused':
      return { ...state, hasFocus: true, hasLeft: false, actedAt: at, hiddenAt: undefined }
    case 'acted':
      return { ...state, hasLeft: false, actedAt: at }
    case 'blurred':
      return { ...ABSENT, isLocked: state.isLocked }
    case 'submitted':
    case 'gaveWay':
      return { ...state, hasLeft: true }
    case 'hidden':
      return { ...state, hiddenAt: at }
    case 'shown':
      return { ...state, hiddenAt: undefined, actedAt: at }
    case 'locked':
    case 'unlocked':
      return { ...state, isLocked: event === 'locked' }
    default:
      return event satisfies never
  }
}

/** Until when I am there if nothing more happens; `-Infinity`: I am not. `stayMs` without a sign of me, and I have left. */
export function thereUntil({ hasFocus, hasLeft, isLocked, actedAt, hiddenAt }: Attendance, stayMs: number): number {
  if (!hasFocus || hasLeft || isLocked) return Number.NEGATIVE_INFINITY
  return Math.min(actedAt + stayMs, (hiddenAt ?? Infinity) + HIDDEN_GRACE_MS)
}
