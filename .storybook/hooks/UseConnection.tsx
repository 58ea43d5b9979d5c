import { useConnection } from '@rollcall/react'

export function UseConnection() {
  const { state, device } = useConnection()
  return <p>{`${state}, device ${device}`}</p>
}
