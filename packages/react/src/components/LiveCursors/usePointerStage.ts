'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { CursorMove } from '../../hooks/cursors/cursorMove.ts'
import type { DisplayTime } from '../../hooks/cursors/usePageDisplay.ts'
import { createOwnPointer, type OwnPointerOptions } from './ownPointer.ts'
import { createPointerStage, type PointerStage, type StageOptions } from './pointerStage.ts'

interface StageWiring {
  readonly display: DisplayTime
  readonly subscribe: (listener: (move: CursorMove) => void) => () => void
  readonly shown: StageOptions
  readonly own: OwnPointerOptions
}

/** The stage of a layer, and the layer's ref. Everything lives from effect to effect, so that StrictMode and `<Activity>` lose nothing. */
export function usePointerStage({ display, subscribe, shown, own }: StageWiring): {
  readonly stage: PointerStage
  readonly layer: RefObject<HTMLDivElement | null>
} {
  const layer = useRef<HTMLDivElement>(null)
  const [{ stage, pointer }] = useState(() => {
    const made = createPointerStage(display, shown)
    return { stage: made, pointer: createOwnPointer(display, own, made.ownAt) }
  })
  useEffect(() => {
    stage.set(shown)
    pointer.set(own)
  })
  useEffect(() => {
    const element = layer.current
    if (element === null) return
    // React 18 does not know the attribute, React 19 takes no empty string for it.
    element.toggleAttribute('inert', true)
    const ends = [stage.open(element), pointer.open(element)]
    return () => ends.forEach((end) => end())
  }, [stage, pointer])
  useEffect(() => {
    const end = subscribe(stage.hear)
    return () => {
      end()
      // Of another room or area nothing is known yet.
      stage.clear()
    }
  }, [stage, subscribe])
  return { stage, layer }
}
