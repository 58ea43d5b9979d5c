import type { ReactNode } from 'react'
import './header.css'

export interface HeaderProps {
  readonly room: ReactNode
  readonly people: ReactNode
  readonly controls: ReactNode
}

/** The bar that stays: what this is, which room, who is here, how the connection is. */
export function Header({ room, people, controls }: HeaderProps) {
  return (
    <header className="header">
      <div className="header-bar">
        <h1 className="brand">
          <Mark />
          <span className="brand-name">Rollcall</span>
        </h1>
        <div className="header-room">
          {room}
          {people}
        </div>
        <div className="header-controls">{controls}</div>
      </div>
    </header>
  )
}

/** A person in a ring: somebody answered. */
function Mark() {
  return (
    <svg className="brand-mark" viewBox="0 0 24 24" aria-hidden>
      <rect className="brand-ground" width="24" height="24" rx="7" />
      <circle className="brand-ring" cx="12" cy="12" r="6.5" />
      <circle className="brand-dot" cx="12" cy="12" r="3" />
      <circle className="brand-gap" cx="17.2" cy="7.2" r="3.4" />
      <circle className="brand-dot" cx="17.2" cy="7.2" r="2" />
    </svg>
  )
}
