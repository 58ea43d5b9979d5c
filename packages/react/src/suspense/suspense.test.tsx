import { screen } from '@testing-library/react'
import { Suspense } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { PresenceProvider, PresenceRoom } from '../index.ts'
import * as plain from '../index.ts'
import { renderWithPresence } from '../testing/index.ts'
import * as suspending from './index.ts'

const { useOthers } = suspending
const Names = () => <p>others: {useOthers((others) => others.map(({ userId }) => userId).join(' '))}</p>
const Page = () => (
  <Suspense fallback={<p>wait</p>}>
    <Names />
  </Suspense>
)

test('waits for the first sync, then never again', async () => {
  const { room } = await renderWithPresence(<Page />, { members: ['bo'], connection: 'connecting' })
  expect(screen.getByText('wait')).toBeInTheDocument()
  await room.resume()
  await room.advance(5_000)
  expect(screen.getByText('others: bo')).toBeInTheDocument()
  await room.drop()
  expect(screen.getByText('others: bo')).toBeInTheDocument()
})

test('waiting leaves no timer when the page goes before the room came', async () => {
  const { unmount, clock } = await renderWithPresence(<Page />, { connection: 'connecting' })
  unmount()
  expect(clock.pending()).toBe(0)
})

test('a server sends the fallback instead of waiting', async () => {
  const { client } = await renderWithPresence(<p>page</p>)
  vi.stubGlobal('document', undefined)
  const html = renderToString(
    <PresenceProvider client={client} locale="en" timeZone="UTC">
      <PresenceRoom id="room">
        <Page />
      </PresenceRoom>
    </PresenceProvider>,
  )
  vi.unstubAllGlobals()
  expect(html).toContain('<p>wait</p>')
})

test('its names are names of the package', () => {
  expect(Object.keys(plain)).toEqual(expect.arrayContaining(Object.keys(suspending)))
})

/** What each of these is about is there from the first render on, or is an event, or belongs to a field that must not vanish. */
const NOTHING_TO_WAIT_FOR = [
  'useAnnounce',
  'useClient',
  'useConnection',
  'useCursorVisibility',
  'useCursors',
  'useFieldPresence',
  'useMyPresence',
  'useMyStatus',
  'usePresenceEvents',
  'usePresenceSettings',
  'useReportPresence',
  'useRoom',
  'useTyping',
  'useTypingAnnouncement',
  'useUpdateMyPresence',
  // Of people outside of any room nobody says when all of them were told.
  'useUserPresence',
]

test('every hook of a picture that becomes whole has its twin', () => {
  const hooks = Object.keys(plain).filter((name) => name.startsWith('use'))
  expect(Object.keys(suspending).toSorted()).toEqual(
    hooks.filter((name) => !NOTHING_TO_WAIT_FOR.includes(name)).toSorted(),
  )
})

test('last seen is never a blank: it waits until it is known', async () => {
  const Seen = () => <p>seen: {suspending.useLastSeen('bo').text}</p>
  const { room } = await renderWithPresence(
    <Suspense fallback={<p>wait</p>}>
      <Seen />
    </Suspense>,
    { members: ['bo'], connection: 'connecting' },
  )
  expect(screen.getByText('wait')).toBeInTheDocument()
  await room.resume()
  await room.advance(5_000)
  expect(screen.getByText('seen: Online')).toBeInTheDocument()
})
