import { usePresence } from '@rollcall/react'

export function UsePresence() {
  const { status, members } = usePresence()
  return <p>{`${status}: ${members.map(({ userId }) => userId).join(', ')}`}</p>
}
