import type { DOMAttributes } from 'react'
import type { LockGuard } from './useLockGuard.ts'

type Guarded = Pick<DOMAttributes<HTMLDivElement>, keyof LockGuard>

/** The guard behind what the app listens to itself, which is not lost for it. */
export function withGuard(given: Guarded, guard: LockGuard): Required<Guarded> {
  return {
    onFocusCapture: both(given.onFocusCapture, guard.onFocusCapture),
    onPointerDownCapture: both(given.onPointerDownCapture, guard.onPointerDownCapture),
    onMouseDownCapture: both(given.onMouseDownCapture, guard.onMouseDownCapture),
    onClickCapture: both(given.onClickCapture, guard.onClickCapture),
    onKeyDownCapture: both(given.onKeyDownCapture, guard.onKeyDownCapture),
    onInputCapture: both(given.onInputCapture, guard.onInputCapture),
    onChangeCapture: both(given.onChangeCapture, guard.onChangeCapture),
  }
}

function both<E>(theirs: ((event: E) => void) | undefined, ours: (event: E) => void): (event: E) => void {
  if (theirs === undefined) return ours
  return (event) => {
    theirs(event)
    ours(event)
  }
}
