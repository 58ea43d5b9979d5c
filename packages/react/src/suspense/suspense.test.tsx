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
