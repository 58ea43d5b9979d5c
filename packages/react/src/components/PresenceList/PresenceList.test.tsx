import { channel, createPresenceClient } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { PresenceProvider } from '../../context/PresenceProvider.tsx'
import { PresenceRoom } from '../../context/PresenceRoom.tsx'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'
import { PresenceList } from './PresenceList.tsx'
import { PresenceListView } from './PresenceListView.tsx'
import { PresenceRowView } from './PresenceRowView.tsx'

test('a row says name and status in words; its picture is decoration', () => {
  render(
    <PresenceListView>
      <PresenceRowView userId="bo" name="Bo Nyström" status="away" />
    </PresenceListView>,
  )
  const list = screen.getByRole('list', { name: 'People' })
  const row = within(list).getByRole('listitem')
  expect(row).toHaveTextContent('Bo Nyström')
  expect(row).toHaveTextContent('Away')
  expect(row).toHaveAttribute('data-status', 'away')
  expect(within(row).queryByRole('img')).not.toBeInTheDocument()
})

test('oneself and several tabs are told', () => {
  render(
    <PresenceListView>
      <PresenceRowView userId="ada" name="Ada" status="online" self sessions={2} />
    </PresenceListView>,
  )
  expect(screen.getByText('you')).toBeInTheDocument()
  expect(screen.getByText('2 sessions')).toBeInTheDocument()
  expect(screen.getByRole('listitem')).toHaveAttribute('data-self', '')
})

test('somebody of whom nothing is known is unknown, not offline', () => {
  render(
    <PresenceListView>
      <PresenceRowView userId="bo" name="Bo" />
    </PresenceListView>,
  )
  expect(screen.getByRole('listitem')).toHaveAttribute('data-status', 'unknown')
  expect(screen.getByText('Unknown')).toBeInTheDocument()
})

test('empty is a friendly word; loading is neither empty nor people', () => {
  const { container, rerender } = render(<PresenceListView>{false}</PresenceListView>)
  expect(screen.getByText('Nobody else is here yet')).toBeInTheDocument()
  rerender(<PresenceListView loading />)
  expect(screen.getByRole('list', { name: 'Loading people' })).toHaveAttribute('aria-busy', 'true')
  expect(container.querySelectorAll('[data-slot="skeleton"]')).toHaveLength(6)
  expect(screen.queryByText('Nobody else is here yet')).not.toBeInTheDocument()
})

test('a note stands above the rows, which stay, with a way to try again', async () => {
  const user = userEvent.setup()
  const retry = vi.fn<() => void>()
  render(
    <PresenceListView note="Presence unavailable" onRetry={retry}>
      <PresenceRowView userId="bo" name="Bo" />
    </PresenceListView>,
  )
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(retry).toHaveBeenCalledTimes(1)
  expect(screen.getByText('Bo')).toBeInTheDocument()
})

test('alone, the friendly word stands below oneself, with a way to invite', async () => {
  const user = userEvent.setup()
  const invite = vi.fn<() => void>()
  const { room } = await renderWithPresence(<PresenceList onInvite={invite} />)
  await room.advance(5000)
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByText('Nobody else is here yet')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Invite people' }))
  expect(invite).toHaveBeenCalledTimes(1)
  await room.join('bo')
  await room.advance(100)
  expect(screen.queryByText('Nobody else is here yet')).not.toBeInTheDocument()
})

describe('in a room', () => {
  const names = (): readonly (string | null)[] =>
    screen.getAllByRole('listitem').map((row) => row.textContent.replace(/^[A-Z](?=[a-z]+(?:you)?[A-Z])/, ''))

  test('grouped by status: a change moves the row, and its focus goes with it', async () => {
    const user = userEvent.setup()
    const { room } = await renderWithPresence(<PresenceList groupBy="status" onSelect={() => {}} />, {
      members: ['bo', 'cy'],
    })
    await room.advance(5000)
    expect(names()).toEqual(['Online 3', 'selfyouOnline', 'boOnline', 'cyOnline'])
    await user.tab()
    await user.keyboard('{ArrowDown}')
    expect(screen.getByRole('button', { name: /^bo/ })).toHaveFocus()
    await room.setStatus('bo', 'busy')
    await room.advance(3000)
    expect(names()).toEqual(['Online 2', 'selfyouOnline', 'cyOnline', 'Busy 1', 'boBusy'])
    expect(screen.getByRole('button', { name: /^bo/ })).toHaveFocus()
    await user.keyboard('s')
    expect(screen.getByRole('button', { name: /^self/ })).toHaveFocus()
    await user.keyboard('{End}')
    expect(screen.getByRole('button', { name: /^bo/ })).toHaveFocus()
  })

  test('a search finds by name, and says so when nobody matches', async () => {
    const user = userEvent.setup()
    const { room } = await renderWithPresence(<PresenceList search />, { members: ['bo', 'cy'] })
    await room.advance(5000)
    await user.type(screen.getByRole('searchbox', { name: 'Search people' }), 'B')
    expect(names()).toEqual(['boOnline'])
    await user.type(screen.getByRole('searchbox'), 'x')
    expect(names()).toEqual(['Nobody matches'])
  })
})

describe('a thousand people', () => {
  const endings: (() => void)[] = []
  afterEach(() => {
    for (const end of endings.splice(0)) end()
    vi.restoreAllMocks()
  })

  test('only those in view are rows, and one who changes renders one row', async () => {
    // jsdom has no layout: the list is 600 px high.
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
    const clock = createTestClock({ wall: Date.UTC(2026, 0, 1) })
    const server = createLocalServer({ clock, random: createTestRandom(7) })
    const open = (id: string, seed: number) => {
      const environment = createTestEnvironment({ clock, random: createTestRandom(seed) })
      const user = { id, info: { name: id } }
      const client = createPresenceClient({ transport: channel({ open: () => server.open() }), user, environment })
      endings.push(() => client.dispose())
      return client
    }
    const people = Array.from({ length: 999 }, (_, index) => open(`p${index}`, index + 2))
    // They do not look at each other: a million messages less.
    for (const client of people) client.room('r', { subscribe: false })
    await clock.advanceAsync(1000)

    const described: string[] = []
    const describe = (_info: unknown, userId: string) => {
      described.push(userId)
      return { name: userId }
    }
    const renders = createRenderCounts()
    render(
      <PresenceProvider client={open('me', 1)} locale="en" timeZone="UTC">
        <PresenceRoom id="r">
          <renders.Probe id="list">
            <PresenceList describe={describe} />
          </renders.Probe>
        </PresenceRoom>
      </PresenceProvider>,
    )
    await act(() => clock.advanceAsync(1000))
    const list = screen.getByRole('list')
    expect(list).toHaveAttribute('data-count', '1000')
    expect(list.querySelectorAll('.rc-presence-row').length).toBeLessThan(40)
    expect(within(list).getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '1000')

    // Every render of a row asks how its person is described.
    const row = list.querySelectorAll('.rc-presence-row')[5]
    const id = row?.querySelector('bdi')?.textContent ?? ''
    const person = people[Number(id.slice(1))]
    described.length = 0
    renders.reset()
    await act(async () => {
      person?.setStatus('busy').catch(() => {})
      await clock.advanceAsync(5000)
    })
    expect(row).toHaveAttribute('data-status', 'busy')
    // Once to look whether the name changed, once to render the row; the list itself does not render.
    expect(described).toEqual([id, id])
    expect(renders.of('list')).toBe(1)
  }, 30_000)
})
