import { AvatarStack, ConnectionStatus, PresenceList, TypingIndicator, useMyStatus, useTyping } from '@rollcall/react'
import type { ReactElement } from 'react'

function MyStatus(): ReactElement {
  const [status, setStatus] = useMyStatus()
  return (
    <label>
      My status{' '}
      <select value={status} onChange={(event) => void setStatus(event.target.value)}>
        {['online', 'away', 'busy', 'invisible'].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  )
}

export function Message(): ReactElement {
  const { inputProps } = useTyping()
  return (
    <label>
      Message <input {...inputProps} />
    </label>
  )
}

/** The room as one person sees it. */
export function Room(): ReactElement {
  return (
    <div className="column">
      <div className="row">
        <AvatarStack />
        <ConnectionStatus />
      </div>
      <PresenceList departed={3} />
      <MyStatus />
      <div>
        <Message />
        <TypingIndicator />
      </div>
    </div>
  )
}
