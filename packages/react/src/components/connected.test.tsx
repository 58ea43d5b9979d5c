/** The connected components in a room: real clients on a test network; nothing below them is faked. */
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { createRenderCounts, renderWithPresence } from '../testing/index.ts'
import { AvatarStack } from './AvatarStack/AvatarStack.tsx'
import { ConnectionStatus } from './ConnectionStatus/ConnectionStatus.tsx'
import { LastSeen } from './LastSeen/LastSeen.tsx'
import { PresenceIndicator } from './PresenceIndicator/PresenceIndicator.tsx'
import { PresenceList } from './PresenceList/PresenceList.tsx'
import { TypingIndicator } from './TypingIndicator/TypingIndicator.tsx'

const MINUTE = 60_000
/** Long enough for everybody to have answered a roll call, so that the picture is whole. */
const ROLL_CALL = 5000
const SELF = { id: 'ada', info: { name: 'Ada Lovelace' } }
const BO = { id: 'bo', info: { name: 'Bo Nyström' } }

describe('PresenceIndicator', () => {
  test('follows a person: known, another status, gone', async () => {
    const { room } = await renderWithPresence(<PresenceIndicator userId="bo" />, { self: SELF, members: [BO] })
    expect(screen.getByRole('img', { name: 'Online' })).toHaveAttribute('data-sessions', '1')
    await room.setStatus('bo', 'busy')
    await room.advance(3000)
    expect(screen.getByRole('img', { name: 'Busy' })).toBeInTheDocument()
    await room.leave('bo')
    expect(screen.getByRole('img', { name: 'Offline' })).toBeInTheDocument()
  })

  test('somebody never heard of is unknown, not offline', async () => {
    await renderWithPresence(<PresenceIndicator userId="nobody" />, { self: SELF })
    expect(screen.getByRole('img', { name: 'Unknown' })).toBeInTheDocument()
  })

  test('two tabs are one person, and closing one changes only their number', async () => {
    const { room } = await renderWithPresence(<PresenceIndicator userId="bo" />, { self: SELF, members: [BO, BO] })
    expect(screen.getByRole('img', { name: 'Online' })).toHaveAttribute('data-sessions', '2')
    await room.closeTab('bo')
    expect(screen.getByRole('img', { name: 'Online' })).toHaveAttribute('data-sessions', '1')
  })

  test('our own lost link makes nobody offline: a short one nothing, a long one stale', async () => {
    const { room } = await renderWithPresence(<PresenceIndicator userId="bo" />, { self: SELF, members: [BO] })
    await room.drop()
    await room.advance(2900)
    expect(screen.getByRole('img', { name: 'Online' })).not.toHaveAttribute('data-stale')
    await room.advance(200)
    expect(screen.getByRole('img', { name: 'Online (connection lost)' })).toHaveAttribute('data-stale')
    await room.resume()
    await room.advance(5000)
    expect(screen.getByRole('img', { name: 'Online' })).not.toHaveAttribute('data-stale')
  })

  test('with a status it takes the words of the provider', async () => {
    const strings = {
      statuses: { online: 'Da', away: '-', busy: '-', dnd: '-', invisible: '-', offline: '-', unknown: '-' },
    }
    await renderWithPresence(<PresenceIndicator status="online" />, { self: SELF, strings })
    expect(screen.getByRole('img', { name: 'Da' })).toBeInTheDocument()
  })
})

describe('LastSeen', () => {
  test('of somebody who left: just now, and a minute later at the very millisecond', async () => {
    const { room } = await renderWithPresence(<LastSeen userId="bo" sentence />, { self: SELF, members: [BO] })
    expect(screen.getByText('Online')).toBeInTheDocument()
    await room.leave('bo')
    expect(screen.getByText('Last seen just now')).toBeInTheDocument()
    await room.advance(MINUTE)
    expect(screen.getByText('Last seen 1 minute ago')).toBeInTheDocument()
  })

  test('of an instant, rendering only when the text changes', async () => {
    const renders = createRenderCounts()
    const now = Date.UTC(2026, 0, 1)
    const { room } = await renderWithPresence(
      <renders.Probe id="seen">
        <LastSeen value={now} />
      </renders.Probe>,
      { self: SELF, now },
    )
    renders.reset()
    await room.advance(MINUTE - 2)
    expect(renders.of('seen')).toBe(0)
    await room.advance(2)
    expect(screen.getByText('1 minute ago')).toBeInTheDocument()
    expect(renders.of('seen')).toBe(1)
  })

  test('hidden for somebody who is here, where the app asks for that', async () => {
    const { container } = await renderWithPresence(<LastSeen userId="bo" whenOnline="hide" />, {
      self: SELF,
      members: [BO],
    })
    expect(container).toBeEmptyDOMElement()
  })

  test('of a bucket needs no instant', async () => {
    await renderWithPresence(<LastSeen value={{ bucket: 'recently' }} sentence />, { self: SELF })
    expect(screen.getByText('Last seen recently')).toBeInTheDocument()
  })

  test('of nothing is never', async () => {
    await renderWithPresence(<LastSeen value={null} />, { self: SELF })
    expect(screen.getByText('never')).toBeInTheDocument()
  })
})

describe('TypingIndicator', () => {
  test('somebody types, and their stop is lost: it ends by itself', async () => {
    const { room } = await renderWithPresence(<TypingIndicator data-testid="line" />, { self: SELF, members: [BO] })
    const line = screen.getByTestId('line')
    expect(line).toHaveAttribute('data-state', 'idle')
    await room.type('bo')
    expect(line).toHaveTextContent('Bo Nyström is typing…')
    await room.kill('bo')
    await room.advance(7000)
    await room.advance(2000)
    expect(line).toHaveAttribute('data-state', 'idle')
  })

  test('shows its own input only', async () => {
    const { room } = await renderWithPresence(<TypingIndicator data-testid="line" input="title" />, {
      self: SELF,
      members: [BO],
    })
    await room.type('bo', 'body')
    expect(screen.getByTestId('line')).toHaveAttribute('data-state', 'idle')
    await room.type('bo', 'title')
    expect(screen.getByTestId('line')).toHaveAttribute('data-state', 'typing')
  })
})

describe('AvatarStack', () => {
  test('oneself first, each person once however many tabs', async () => {
    const { room } = await renderWithPresence(<AvatarStack />, { self: SELF, members: [BO, BO] })
    await room.advance(ROLL_CALL)
    const names = (): readonly (string | null)[] =>
      within(screen.getByRole('list', { name: /here/ }))
        .getAllByRole('img')
        .map((face) => face.getAttribute('aria-label'))
    expect(names()).toEqual(['Ada Lovelace, online', 'Bo Nyström, online'])
    await room.closeTab('bo')
    expect(names()).toEqual(['Ada Lovelace, online', 'Bo Nyström, online'])
    await room.leave('bo')
    expect(names()).toEqual(['Ada Lovelace, online', 'Bo Nyström, left just now'])
  })

  test('typing and what people say of themselves render nothing', async () => {
    const renders = createRenderCounts()
    const { room } = await renderWithPresence(
      <renders.Probe id="stack">
        <AvatarStack />
      </renders.Probe>,
      { self: SELF, members: [BO] },
    )
    await room.advance(ROLL_CALL)
    renders.reset()
    await room.type('bo')
    await room.update('bo', { cursor: 1 })
    await room.advance(1000)
    expect(renders.of('stack')).toBe(0)
  })
})

describe('PresenceList', () => {
  test('who leaves stays a while, with when they were last seen', async () => {
    const { room } = await renderWithPresence(<PresenceList departed={5} />, { self: SELF, members: [BO] })
    expect(screen.getAllByRole('listitem').map((row) => row.getAttribute('data-status'))).toEqual(['online', 'online'])
    await room.leave('bo')
    const row = screen.getByText('Bo Nyström').closest('li')
    expect(row).toHaveAttribute('data-status', 'offline')
    expect(row).toHaveTextContent('Last seen just now')
  })

  test('one person changes, and no other row is rendered', async () => {
    const renders: string[] = []
    const describe = (_info: unknown, userId: string) => {
      renders.push(userId)
      return { name: String(userId) }
    }
    const members = Array.from({ length: 20 }, (_, index) => `p${index}`)
    const { room } = await renderWithPresence(<PresenceList describe={describe} />, { self: SELF, members })
    renders.length = 0
    await room.setStatus('p7', 'busy')
    await room.advance(3000)
    expect(new Set(renders)).toEqual(new Set(['p7']))
  })
})

describe('ConnectionStatus', () => {
  test('is slow to worry and quick to be glad', async () => {
    const { room } = await renderWithPresence(<ConnectionStatus data-testid="link" />, { self: SELF })
    const link = screen.getByTestId('link')
    expect(link).toHaveAttribute('data-state', 'connected')
    await room.drop()
    await room.advance(2900)
    expect(link).toHaveAttribute('data-state', 'connected')
    await room.advance(200)
    expect(link).toHaveAttribute('data-state', 'reconnecting')
    await room.resume()
    await room.advance(3000)
    expect(link).toHaveAttribute('data-state', 'resynced')
    await room.advance(4000)
    expect(link).toHaveAttribute('data-state', 'connected')
  })
})
