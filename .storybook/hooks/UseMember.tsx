import { useMember } from '@rollcall/react'

export function UseMember() {
  const status = useMember('bo', (member) => member?.status ?? 'not here')
  return <p>Bo is {status}</p>
}
