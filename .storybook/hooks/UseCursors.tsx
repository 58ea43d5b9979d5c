import { useCursors } from '@rollcall/react'
import { useEffect, useRef } from 'react'

export function UseCursors() {
  const place = useRef<HTMLParagraphElement>(null)
  const { subscribe } = useCursors()
  useEffect(
    () =>
      subscribe(({ position }) => {
        if (place.current !== null) place.current.textContent = JSON.stringify(position)
      }),
    [subscribe],
  )
  return <p ref={place}>Positions come by callback: nothing renders.</p>
}
