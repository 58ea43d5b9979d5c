/** What a server renders is whole without a connection, and hydrates without a word. */
import { act } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { type ReactElement, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { formatLastSeen } from '../format/formatLastSeen.ts'
import { de } from '../strings/de.ts'
import { AvatarStackView } from './AvatarStack/AvatarStackView.tsx'
import { ConnectionStatusView } from './ConnectionStatus/ConnectionStatusView.tsx'
import { FieldPresenceView } from './FieldPresence/FieldPresenceView.tsx'
import { LastSeenView } from './LastSeen/LastSeenView.tsx'
import { PresenceIndicatorView } from './PresenceIndicator/PresenceIndicatorView.tsx'
import { PresenceListView } from './PresenceList/PresenceListView.tsx'
import { PresenceRowView } from './PresenceList/PresenceRowView.tsx'
import { PersonCardView } from './PersonCard/PersonCardView.tsx'
import { SessionListView } from './SessionList/SessionListView.tsx'
import { StatusFormView } from './StatusMenu/StatusFormView.tsx'
import { StatusMenuView } from './StatusMenu/StatusMenuView.tsx'
import { TypingIndicatorView } from './TypingIndicator/TypingIndicatorView.tsx'

const people = ['ada', 'bo', 'cy', 'di', 'ed'].map((id) => ({ userId: id, name: id, status: 'online' }))
const seen = formatLastSeen(0, { now: 3_600_000, locale: 'de', timeZone: 'Asia/Kathmandu', strings: de })

const views: readonly { readonly name: string; readonly view: ReactElement; readonly words: string }[] = [
  { name: 'PresenceIndicator', view: <PresenceIndicatorView status="away" strings={de} />, words: 'Abwesend' },
  { name: 'LastSeen', view: <LastSeenView {...seen} />, words: 'vor 1 Stunde' },
  {
    name: 'TypingIndicator',
    view: <TypingIndicatorView people={people.slice(0, 1)} strings={de} />,
    words: 'schreibt',
  },
  { name: 'AvatarStack', view: <AvatarStackView people={people} strings={de} />, words: '5 Personen hier' },
  { name: 'ConnectionStatus', view: <ConnectionStatusView state="connecting" strings={de} />, words: 'Verbinden' },
  {
    name: 'StatusMenu',
    view: <StatusMenuView status="busy" onChoose={() => {}} strings={de} />,
    words: 'Mein Status: Beschäftigt',
  },
  { name: 'StatusForm', view: <StatusFormView onSave={() => {}} strings={de} />, words: 'Was machst du gerade?' },
  {
    name: 'SessionList',
    view: <SessionListView sessions={[{ sessionId: 'a', status: 'online', self: true }]} strings={de} />,
    words: 'Dieser Browser',
  },
  {
    name: 'PersonCard',
    view: <PersonCardView userId="bo" name="Bo" status="busy" strings={de} />,
    words: 'Beschäftigt',
  },
  {
    name: 'FieldPresence',
    view: <FieldPresenceView people={people.slice(0, 1)} strings={de} />,
    words: 'bearbeitet',
  },
  {
    name: 'PresenceList',
    view: (
      <PresenceListView strings={de}>
        <PresenceRowView userId="ada" name="Ada" status="online" self strings={de} />
      </PresenceListView>
    ),
    words: 'Personen',
  },
]

test.each(views)('$name', async ({ view, words }) => {
  const complaints = vi.spyOn(console, 'error')
  const page = document.createElement('div')
  page.innerHTML = renderToString(<StrictMode>{view}</StrictMode>)
  expect(page.innerHTML).toContain(words)
  const before = page.innerHTML
  const root = await act(async () => hydrateRoot(page, <StrictMode>{view}</StrictMode>))
  expect(complaints).not.toHaveBeenCalled()
  // The one attribute that React keeps from the document is set by hand, once there is a document.
  expect(page.innerHTML.replaceAll(' autofocus=""', '')).toBe(before)
  act(() => root.unmount())
  complaints.mockRestore()
})
