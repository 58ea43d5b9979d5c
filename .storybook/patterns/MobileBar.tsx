import { AvatarStack, ConnectionStatus, StatusMenu } from '@rollcall/react'

/** At the bottom of a phone: who is here, how I am, and the connection as a sign without a word. */
export function MobileBar() {
  return (
    <div className="phone">
      <p>Q4 planning</p>
      <footer>
        <AvatarStack max={3} size={28} />
        <ConnectionStatus variant="icon" />
        <StatusMenu />
      </footer>
    </div>
  )
}
