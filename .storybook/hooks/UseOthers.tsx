import { useOthers } from '@rollcall/react'

export function UseOthers() {
  const count = useOthers((others) => others.length)
  return <p>{count} others</p>
}
