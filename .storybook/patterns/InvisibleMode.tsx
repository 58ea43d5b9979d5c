import { PresenceList, StatusMenu } from '@rollcall/react'

/** Choose "Invisible": true to oneself, offline to everybody else. */
export function InvisibleMode() {
  return (
    <div className="column">
      <StatusMenu />
      <PresenceList />
    </div>
  )
}
