'use client'
import { type FocusEvent, type KeyboardEvent, useRef } from 'react'
import { followKey, NOTHING_TYPED } from './menuKeys.ts'
import { menuItems } from './menuItems.ts'

interface MenuHandlers {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Keys of an open menu. `leave` closes it and gives the focus back; `locale`: for what counts as the same letter. */
export function useMenuKeys(locale: string, leave: () => void): MenuHandlers {
  const typed = useRef(NOTHING_TYPED)
  return {
    onFocus: ({ currentTarget, relatedTarget }) => {
      // Letters of the last time are no part of a word of now.
      if (!currentTarget.contains(relatedTarget)) typed.current = NOTHING_TYPED
    },
    onKeyDown: (event) => {
      const { key, currentTarget, ctrlKey, metaKey, altKey, timeStamp } = event
      if (key === 'Escape') event.preventDefault()
      // The focus is back at the button before Tab does what it does: it goes on from there.
      if (key === 'Escape' || key === 'Tab') return leave()
      const items = menuItems(currentTarget)
      const index = items.findIndex((item) => item === item.ownerDocument.activeElement)
      const labels = items.map((item) => item.textContent ?? '')
      const found = followKey(
        { key, hasModifier: ctrlKey || metaKey || altKey, at: timeStamp },
        { labels, index, typed: typed.current, locale },
      )
      typed.current = found.typed
      if (found.index === undefined) return
      event.preventDefault()
      items[found.index]?.focus()
    },
  }
}
