'use client'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'

/** Above the page and beside its parent, which nothing may clip. Being mounted it is open. */
export function FloatingCard({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactElement {
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = card.current
    const source = element?.parentElement
    element?.togglePopover({ force: true, ...(source && { source }) })
  }, [])
  return (
    <div className="rc-popover" popover="manual" id={id} ref={card}>
      {children}
    </div>
  )
}
