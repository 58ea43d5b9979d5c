import { useLastSeen } from '@rollcall/react'

export function UseLastSeen() {
  const { text, dateTime } = useLastSeen('bo')
  return (
    <p>
      Bo: <time dateTime={dateTime}>{text}</time>
    </p>
  )
}
