/** A page that a server rendered with people in it comes to life elsewhere, in another zone, without a complaint. */
import { createTestClock, createTestNetwork } from '@rollcall/core/testing'
import { act } from '@testing-library/react'
import { type ReactElement, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import {
  AvatarStack,
  ConnectionStatus,
  LastSeen,
  PresenceList,
  useMember,
  useOccupancy,
  usePresence,
} from '../index.ts'
import { openStageTab, type StageTab } from '../testing/stagePerson.ts'
import { de } from '../strings/de.ts'
import { PresenceProvider } from './PresenceProvider.tsx'
import { PresenceRoom } from './PresenceRoom.tsx'
import type { PresenceMember } from './register.ts'

const NOW = Date.UTC(2026, 0, 1, 12)
const opened: StageTab[] = []
afterEach(() => {
  for (const tab of opened.splice(0)) tab.client.dispose()
})

const member = (userId: string): PresenceMember => ({
  userId,
  info: { name: userId.toUpperCase() },
  status: 'online',
  lastSeenAt: NOW,
  lastActiveAt: NOW,
  presence: {},
  sessions: [],
  typing: [],
})

function Words(): ReactElement {
  const { members, status } = usePresence()
  const bo = useMember('bo')
  const { members: count } = useOccupancy()
  return <p>{`${members.map(({ userId }) => userId).join(' ')} | ${bo?.status ?? 'gone'} | ${count} | ${status}`}</p>
}

interface Place {
  readonly locale?: string
  readonly timeZone?: string
}

const page = (tab: StageTab, { locale, timeZone }: Place, motion?: 'calm'): ReactElement => (
  <StrictMode>
    <PresenceProvider client={tab.client} {...{ locale, timeZone, motion }} {...(locale === 'de' && { strings: de })}>
      <PresenceRoom id="doc" initialMembers={['ada', 'bo'].map(member)}>
        <Words />
        <AvatarStack />
        <PresenceList />
        <ConnectionStatus />
        <LastSeen value={NOW - 3 * 3_600_000} />
      </PresenceRoom>
    </PresenceProvider>
  </StrictMode>
)

function openTab(): { readonly tab: StageTab; settle(ms: number): Promise<void> } {
  const network = createTestNetwork({ clock: createTestClock({ wall: NOW }) })
  const tab = openStageTab(network, { id: 'ada' }, 'ada')
  opened.push(tab)
  return { tab, settle: (ms) => act(() => network.clock.advanceAsync(ms)) }
}

test('the list that the server rendered is there from the first byte, and stays until the first picture', async () => {
  const complaints = vi.spyOn(console, 'error')
  const place = { locale: 'en', timeZone: 'UTC' }
  const html = renderToString(page(openTab().tab, place))
  expect(html).toContain('ada bo | online | 2 | loading')
  expect(html).toContain('BO')

  const { tab, settle } = openTab()
  const root = document.createElement('div')
  root.innerHTML = html
  const hydrated = await act(async () => hydrateRoot(root, page(tab, place)))
  expect(root).toHaveTextContent('ada bo | online | 2 | loading')
  expect(complaints).not.toHaveBeenCalled()
  // The room itself knows better: Bo has gone meanwhile.
  await settle(20_000)
  expect(root).toHaveTextContent('ada | gone | 1 | ready')
  act(() => hydrated.unmount())
  expect(complaints).not.toHaveBeenCalled()
  complaints.mockRestore()
})

test('rendered for Tokyo by a server, hydrated as such in any zone of the runtime: no complaint', async () => {
  const complaints = vi.spyOn(console, 'error')
  const place = { locale: 'de', timeZone: 'Asia/Tokyo' }
  const zone = process.env['TZ']
  process.env['TZ'] = 'Asia/Tokyo'
  const html = renderToString(page(openTab().tab, place, 'calm'))
  process.env['TZ'] = 'America/New_York'
  const root = document.createElement('div')
  root.innerHTML = html
  const hydrated = await act(async () => hydrateRoot(root, page(openTab().tab, place, 'calm')))
  expect(complaints).not.toHaveBeenCalled()
  act(() => hydrated.unmount())
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  complaints.mockRestore()
})

test('rendered in UTC, hydrated in Kolkata, and nobody said where: no complaint, and then the reader’s own zone', async () => {
  const complaints = vi.spyOn(console, 'error')
  const mismatches: unknown[] = []
  const zone = process.env['TZ']
  process.env['TZ'] = 'UTC'
  const html = renderToString(page(openTab().tab, {}))
  process.env['TZ'] = 'Asia/Kolkata'
  const root = document.createElement('div')
  root.innerHTML = html
  const sent = root.querySelector('time')?.title
  const onRecoverableError = (thrown: unknown): void => void mismatches.push(thrown)
  const hydrated = await act(async () => hydrateRoot(root, page(openTab().tab, {}), { onRecoverableError }))
  expect(mismatches).toEqual([])
  expect(complaints).not.toHaveBeenCalled()
  expect(root.querySelector('time')).toHaveTextContent('3 hours ago')
  expect(sent).toMatch(/UTC/)
  expect(root.querySelector('time')?.title).toMatch(/GMT\+5:30|IST/)
  act(() => hydrated.unmount())
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  complaints.mockRestore()
})
