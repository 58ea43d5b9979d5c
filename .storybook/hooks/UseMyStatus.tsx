import { useMyStatus } from '@rollcall/react'

export function UseMyStatus() {
  const [status, setStatus] = useMyStatus()
  return (
    <button type="button" onClick={() => void setStatus(status === 'busy' ? 'auto' : 'busy')}>
      I am {status}
    </button>
  )
}
