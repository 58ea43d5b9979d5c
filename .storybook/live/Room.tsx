import {
  AvatarStack,
  ConnectionStatus,
  LastSeen,
  PresenceList,
  TypingIndicator,
  useMyStatus,
  useTyping,
} from '@rollcall/react'
import { type ReactElement, useState } from 'react'
import { STORY_NOW } from './createStoryClock.ts'

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

/** An input whose typing is told, and a line below that has its place before anybody types. Enter sends, which ends it. */
export function Message({ children }: { readonly children?: ReactElement }): ReactElement {
  const { inputProps } = useTyping()
  const [text, setText] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setText('')
      }}
    >
      <label>
        Message <input value={text} onChange={(event) => setText(event.target.value)} {...inputProps} />
      </label>
      {children}
    </form>
  )
}

/** Something that happened before the story begins: the clock, the zone and the language show in it. */
function Edited(): ReactElement {
  return (
    <p className="caption">
      Q4 planning · <LastSeen value={STORY_NOW - 5 * 60_000} />
    </p>
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
      <Edited />
      <PresenceList departed={3} />
      <MyStatus />
      <Message>
        <TypingIndicator />
      </Message>
    </div>
  )
}
