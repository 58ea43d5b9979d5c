import { LastSeen, PresenceIndicator, TypingIndicator, useTyping } from '@rollcall/react'

/** The status beside the name, and since when; the typing line under the input, where nothing jumps. */
export function ChatHeader() {
  const { inputProps } = useTyping()
  return (
    <div className="column">
      <header className="row">
        <PresenceIndicator userId="bo" />
        <strong>Bo Nyström</strong>
        <LastSeen userId="bo" sentence whenOnline="hide" />
      </header>
      <div>
        <label>
          Message <input {...inputProps} />
        </label>
        <TypingIndicator />
      </div>
    </div>
  )
}
