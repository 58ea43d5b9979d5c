/** The examples of the pages Accessibility, Internationalisation, Theming and Quick start, compiled. */
import { createPresenceClient, webSocket } from '@rollcall/core'
import { PresenceAnnouncer, PresenceIndicator, PresenceProvider, useAnnounce } from '@rollcall/react'
import { de } from '@rollcall/react/strings/de'
import type { ReactNode } from 'react'

const client = createPresenceClient({ transport: webSocket({ url: '/realtime' }) })

interface AppProps {
  readonly children: ReactNode
}

// #region policy
export function Quiet({ children }: AppProps) {
  return (
    <PresenceProvider client={client} announce={{ people: 'low', typing: 'off' }}>
      {children}
    </PresenceProvider>
  )
}
// #endregion

// #region announcer
export function Dialog({ children }: AppProps) {
  return (
    <dialog>
      {children}
      <PresenceAnnouncer />
    </dialog>
  )
}

export function Save() {
  const announce = useAnnounce()
  return <button onClick={() => announce('Saved')}>Save</button>
}
// #endregion

// #region language
export function Austrian({ children }: AppProps) {
  return (
    <PresenceProvider client={client} strings={de} locale="de-AT" timeZone="Europe/Vienna">
      {children}
    </PresenceProvider>
  )
}
// #endregion

// #region words
export function Informal({ children }: AppProps) {
  return (
    <PresenceProvider client={client} strings={{ ...de, onlyYou: 'Nur du', justLeft: 'ist weg' }} locale="de">
      {children}
    </PresenceProvider>
  )
}
// #endregion

// #region state
export function Dot({ userId }: { readonly userId: string }) {
  return <PresenceIndicator userId={userId} className={({ status }) => (status === 'busy' ? 'loud' : 'quiet')} />
}
// #endregion
