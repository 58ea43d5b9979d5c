import type { ForwardedRef, RefCallback } from 'react'

/** A ref for an element that two want: we, and whoever gave theirs. */
export function joinRefs<E>(own: (element: E | null) => void, given: ForwardedRef<E>): RefCallback<E> {
  return (element) => {
    own(element)
    if (typeof given === 'function') given(element)
    else if (given !== null) given.current = element
  }
}
