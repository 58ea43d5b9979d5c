/** What a screen reader is told of a room, over real clients on a test network. */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import { PresenceAnnouncer } from '../../context/PresenceAnnouncer.tsx'
import { PresenceProvider } from '../../context/PresenceProvider.tsx'
import { renderWithPresence } from '../../testing/index.ts'
import { useFieldPresence } from '../location/useFieldPresence.ts'
import { useAnnounce } from './useAnnounce.ts'
import { useTypingAnnouncement } from './useTypingAnnouncement.ts'

const regions = (): readonly Element[] => [...document.querySelectorAll('[data-slot="presence-announcer"]')]
const spoken = (): readonly string[] => regions().map((region) => region.textContent)

function TypingLine(): null {
  useTypingAnnouncement()
  return null
}

function Field(): ReactElement {
  const { fieldProps } = useFieldPresence('title')
  return <input {...fieldProps} />
}

function Save(): ReactElement {
  const announce = useAnnounce()
  return <button onClick={() => announce('Saved')}>Save</button>
}

test('both regions stand empty before anything is said, one pair per provider, and go with it', async () => {
  const { unmount } = await renderWithPresence(<p />, { strict: true })
  expect(regions().map((region) => [region.getAttribute('role'), region.getAttribute('aria-live')])).toEqual([
    ['status', 'polite'],
    ['alert', 'assertive'],
  ])
  expect(spoken()).toEqual(['', ''])
  unmount()
  expect(regions()).toEqual([])
})

describe('typing', () => {
  test('is told two seconds on, once, however many components show it', async () => {
    const { room, announcements } = await renderWithPresence(
      <>
        <TypingLine />
        <TypingLine />
      </>,
      { members: ['bo'] },
    )
    await room.type('bo')
    await room.advance(1_999)
    expect(announcements()).toEqual([])
    await room.advance(1)
    await room.type('bo')
    await room.advance(3_000)
    expect(announcements().map(({ text }) => text)).toEqual(['bo is typing…'])
    expect(spoken()[0]).toBe('bo is typing…')
    await room.advance(30_000)
    expect(announcements()).toHaveLength(1)
    expect(spoken()).toEqual(['', ''])
  })

  test('a stop within the lead is silence', async () => {
    const { room, announcements } = await renderWithPresence(<TypingLine />, { members: ['bo'] })
    await room.type('bo')
    await room.advance(1_000)
    await room.stopTyping('bo')
    await room.advance(10_000)
    expect(announcements()).toEqual([])
  })
})

describe('the connection', () => {
  test('2 s away is nothing; 10 s away is one message, and back is one', async () => {
    const { room, page, announcements } = await renderWithPresence(<p />, { members: ['bo'] })
    await room.drop()
    await room.advance(2_000)
    await room.resume()
    await room.advance(5_000)
    expect(announcements()).toEqual([])
    await room.drop()
    await room.advance(10_000)
    expect(announcements().map(({ text, politeness }) => [text, politeness])).toEqual([['Reconnecting…', 'polite']])
    await room.resume()
    await room.advance(10_000)
    expect(announcements().map(({ text }) => text)).toEqual(['Reconnecting…', 'Connected again'])
    expect(page).toBeDefined()
  })
})

describe('people', () => {
  test('coming and going is not told by itself', async () => {
    const { room, announcements } = await renderWithPresence(<p />)
    await room.join('bo')
    await room.advance(60_000)
    expect(announcements()).toEqual([])
  })

  test('at `low`, several who come are one message', async () => {
    const { room, announcements } = await renderWithPresence(<p />, { announce: { people: 'low' } })
    for (const id of ['bo', 'cy', 'di']) await room.join(id)
    await room.advance(6_000)
    expect(announcements().map(({ text }) => text)).toEqual(['bo and 2 others joined'])
  })
})

describe('a field', () => {
  test('whoever is where my focus comes is told once, and nobody while it is elsewhere', async () => {
    const { room, announcements } = await renderWithPresence(<Field />, { members: ['bo'] })
    const at = { type: 'document' as const, documentId: 'room', path: ['title'], lastActiveAt: '2026-01-01T00:00:00Z' }
    await room.report('bo', [at])
    await room.advance(1_000)
    expect(announcements()).toEqual([])
    await act(async () => fireEvent.focus(screen.getByRole('textbox')))
    await room.advance(20_000)
    expect(announcements().map(({ text }) => text)).toEqual(['bo is editing this field'])
  })
})

test('an app says its own words, through the same regions', async () => {
  const { announcements, clock } = await renderWithPresence(<Save />)
  fireEvent.click(screen.getByRole('button'))
  expect(spoken()[0]).toBe('Saved')
  expect(announcements()).toEqual([{ text: 'Saved', politeness: 'polite', at: clock.wall() }])
})

test('inside a modal its own regions speak', async () => {
  await renderWithPresence(
    <>
      <Save />
      <dialog open>
        <PresenceAnnouncer />
      </dialog>
    </>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByRole('dialog')).toHaveTextContent('Saved')
})

test('`motion` stands in the document where the stylesheet reads it, and only where it is given', async () => {
  const { client, container } = await renderWithPresence(<p>still</p>, { motion: 'off' })
  expect(screen.getByText('still').closest('[data-motion]')).toHaveAttribute('data-motion', 'off')
  expect(container.querySelector('[data-motion]')).toHaveStyle({ display: 'contents' })
  const bare = render(
    <PresenceProvider client={client}>
      <p>free</p>
    </PresenceProvider>,
  )
  expect(bare.container.innerHTML).toBe('<p>free</p>')
})
