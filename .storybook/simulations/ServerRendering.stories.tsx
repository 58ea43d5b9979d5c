import { createMemoryNetwork, createPresenceClient, memory } from '@rollcall/core'
import { createTestClock, createTestEnvironment } from '@rollcall/core/testing'
import { AvatarStack, LastSeen, type PresenceMember, PresenceProvider, PresenceRoom } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactElement, StrictMode, useEffect, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, spyOn, waitFor, within } from 'storybook/test'
import { STORY_NOW } from '../live/createStoryClock.ts'
import { stringsOf } from '../page/stringsOf.ts'

interface Place {
  readonly locale: string
  readonly timeZone: string
}

const SEEN_AT = STORY_NOW - 17 * 3_600_000
const SERVER: Place = { locale: 'en-GB', timeZone: 'UTC' }

const bo: PresenceMember = {
  userId: 'bo',
  info: { name: 'Bo Nyström' },
  status: 'online',
  lastSeenAt: STORY_NOW,
  lastActiveAt: STORY_NOW,
  presence: {},
  sessions: [],
  typing: [],
}

/** Words and zone are those of the server at first, as they have to be, and the reader’s from the first effect on. */
function Page({ place, children }: { readonly place: Place; readonly children: (place: Place) => ReactElement }) {
  const [shown, setShown] = useState(SERVER)
  // oxlint-disable-next-line react/set-state-in-effect -- what differs from the server’s page may show only after hydration
  useEffect(() => setShown(place), [place])
  return children(shown)
}

function pageAt(place: Place): { readonly page: ReactElement; readonly end: () => void } {
  const client = createPresenceClient({
    transport: memory(createMemoryNetwork()),
    user: { id: 'ada', info: { name: 'Ada Lovelace' } },
    environment: createTestEnvironment({ clock: createTestClock({ wall: STORY_NOW }) }),
  })
  const page = (
    <StrictMode>
      <Page place={place}>
        {({ locale, timeZone }) => (
          <PresenceProvider client={client} {...{ locale, timeZone }} strings={stringsOf(locale)}>
            <PresenceRoom id="doc" initialMembers={[bo]}>
              <AvatarStack />
              <LastSeen value={SEEN_AT} />
            </PresenceRoom>
          </PresenceProvider>
        )}
      </Page>
    </StrictMode>
  )
  return { page, end: client.dispose }
}

function html(): string {
  const { page, end } = pageAt(SERVER)
  const text = renderToString(page)
  end()
  return text
}

/** Hydrates what the server sent, at `place`, and looks at it; not one complaint of React’s is let through. */
async function hydrate(canvasElement: HTMLElement, place: Place, look: (page: HTMLElement) => Promise<void>) {
  const complaints = spyOn(console, 'error')
  const page = within(canvasElement).getByTestId('page')
  const { page: element, end } = pageAt(place)
  const sent = page.querySelector('time')
  const root = hydrateRoot(page, element)
  await look(page)
  await expect(page.querySelector('time')).toBe(sent)
  await expect(complaints).not.toHaveBeenCalled()
  root.unmount()
  end()
  complaints.mockRestore()
}

/** What a server in one zone and language sent, brought to life in another: the same elements, without a complaint. */
const meta = {
  title: 'Simulations/Server rendering',
  render: () => <div data-testid="page" className="row" dangerouslySetInnerHTML={{ __html: html() }} />,
} satisfies Meta

export default meta
type Story = StoryObj<typeof meta>

/** What was sent is absolute, and becomes live: nothing that depends on the present is in the first page. */
export const SamePlace: Story = {
  play: ({ canvasElement }) =>
    hydrate(canvasElement, SERVER, async (page) => {
      await waitFor(() => expect(page.querySelector('time')).toHaveTextContent('yesterday 22:30'))
    }),
}

/** In Kolkata, in German, under StrictMode: it was today there. */
export const AnotherPlace: Story = {
  play: ({ canvasElement }) =>
    hydrate(canvasElement, { locale: 'de', timeZone: 'Asia/Kolkata' }, async (page) => {
      await waitFor(() => expect(page.querySelector('time')).toHaveTextContent('vor 17 Stunden'))
      await expect(page.querySelector('ul')).toHaveAccessibleName(/Personen/)
    }),
}
