import { AvatarStack, ConnectionStatus } from '@rollcall/react'

/** Who is here, and the connection only when it is worth a word. */
export function DocumentHeader() {
  return (
    <header className="row">
      <h2>Q4 planning</h2>
      <AvatarStack max={4} />
      <ConnectionStatus hideWhenConnected />
    </header>
  )
}
