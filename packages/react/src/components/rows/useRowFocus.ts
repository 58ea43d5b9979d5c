'use client'
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { stepOf } from '../roving/stepOf.ts'
import { type RovingFocus, STOP, useRovingFocus } from '../roving/useRovingFocus.ts'

export interface RowFocusOptions {
  /** Names of all stops in order, those that do not exist for now included. */
  readonly ids: readonly string[]
  readonly root: RefObject<HTMLElement | null>
  /** Where a letter leads from the stop at `from` (-1: none); -1: nowhere. */
  readonly seek?: ((from: number, letter: string) => number) | undefined
}

export interface RowFocus extends RovingFocus {
  /** The stop that has to exist wherever the view is. */
  readonly keptId: string | undefined
}

const isLetter = (key: string): boolean => /^\p{L}\p{M}*$|^\p{N}$/u.test(key)

/** `useRovingFocus` down a list of which only a part exists: what a key leads to is made first, then it has the focus. */
export function useRowFocus({ ids, root, seek }: RowFocusOptions): RowFocus {
  const { current, rootProps } = useRovingFocus('vertical')
  const [wantedId, setWantedId] = useState<string>()

  // A row that was out of view exists only after this render.
  useEffect(() => {
    if (wantedId === undefined) return
    const stops = root.current?.querySelectorAll<HTMLElement>(`[${STOP}]`) ?? []
    for (const stop of stops) if (stop.getAttribute(STOP) === wantedId) stop.focus()
  }, [root, wantedId])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey) return
    const from = current === undefined ? -1 : ids.indexOf(current)
    const step = stepOf(key, { orientation: 'vertical', isMirrored: false })
    const index = step?.(from, ids.length - 1) ?? (isLetter(key) ? seek?.(from, key) : undefined)
    const id = index === undefined ? undefined : ids[index]
    if (id === undefined) return
    event.preventDefault()
    setWantedId(id)
  }
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    setWantedId(undefined)
    rootProps.onFocus(event)
  }
  const known = current !== undefined && ids.includes(current) ? current : ids[0]
  return { current: known, keptId: wantedId ?? current, rootProps: { ...rootProps, onFocus, onKeyDown } }
}
