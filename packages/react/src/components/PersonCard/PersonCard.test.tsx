import { channel, createPresenceClient } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PresenceProvider } from '../../context/PresenceProvider.tsx'
import { de } from '../../strings/de.ts'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'
import { givePopovers } from '../popover/popoversOfThePlatform.contract.ts'
import { PersonCard } from './PersonCard.tsx'
import { PersonCardView } from './PersonCardView.tsx'

let takePopovers = (): void => {}
beforeAll(() => {
  takePopovers = givePopovers()
})
afterAll(() => takePopovers())

const BO = { id: 'bo', info: { name: 'Bo Nyström' } }
const card = (): HTMLElement => screen.getByRole('group', { name: 'Bo Nyström' })
const noCard = (): void => expect(screen.queryByRole('group')).toBeNull()
const trigger = (): HTMLElement => screen.getByRole('button', { name: 'Bo' })

async function setup(props: Partial<Parameters<typeof PersonCard>[0]> = {}) {
  const world = await renderWithPresence(
    <>
      <PersonCard userId="bo" {...props}>
        {props.children ?? 'Bo'}
      </PersonCard>
      <input aria-label="after" />
    </>,
    { self: 'ada', members: [BO], locale: 'en', timeZone: 'UTC' },
  )
  return { ...world, user: userEvent.setup() }
}

describe('the card', () => {
  test('tells who it is, how they are, their words and what they do', () => {
    const { container } = render(
      <PersonCardView
        userId="bo"
        name="Bo Nyström"
        status="busy"
        statusText="In a call"
        activity="Reviewing"
        project="Q4 planning"
        sessions="2 sessions"
      >
        <button type="button">Write</button>
      </PersonCardView>,
    )
    expect(card()).toHaveTextContent('Bo NyströmBusyIn a callReviewing · Q4 planning2 sessionsWrite')
    expect(container.querySelector('.rc-avatar')).toHaveAttribute('aria-hidden', 'true')
    expect(card()).toHaveAttribute('data-status', 'busy')
  })

  test('nothing known is unknown; what is from before says so; mine is explained', () => {
    const { rerender } = render(<PersonCardView userId="bo" name="Bo Nyström" />)
    expect(card().textContent).toMatch(/Unknown$/)
    rerender(<PersonCardView userId="bo" name="Bo Nyström" status="away" stale seen="Away · 5 minutes ago" />)
    expect(card().textContent).toMatch(/Away \(connection lost\)$/)
    rerender(<PersonCardView userId="bo" name="Bo Nyström" status="invisible" self strings={de} />)
    expect(card()).toHaveTextContent('Bo Nyström (du)Unsichtbar – andere sehen dich offline')
  })
})

describe('opening', () => {
  test('with the focus at once, which it describes; it goes with the focus', async () => {
    const { user } = await setup()
    noCard()
    expect(trigger()).not.toHaveAttribute('aria-describedby')
    await user.tab()
    expect(card()).toHaveTextContent('Online')
    expect(trigger()).toHaveAccessibleDescription(/Bo Nyström.*Online/)
    await user.tab()
    noCard()
  })

  test('Esc takes it away and leaves the focus; it comes again with the focus', async () => {
    const { user } = await setup()
    await user.tab()
    await user.keyboard('{Escape}')
    noCard()
    expect(trigger()).toHaveFocus()
    await user.tab()
    await user.tab({ shift: true })
    expect(card()).toBeInTheDocument()
  })

  test('with a pointer that rests; one that passes opens nothing', async () => {
    const { user, room } = await setup()
    await user.hover(trigger())
    await room.advance(149)
    noCard()
    await user.unhover(trigger())
    await room.advance(1_000)
    noCard()
    await user.hover(trigger())
    await room.advance(150)
    expect(card()).toBeInTheDocument()
  })

  test('the pointer may move onto it, and away from it it goes', async () => {
    const { user, room } = await setup()
    await user.hover(trigger())
    await room.advance(150)
    // As browsers tell it: from where to where.
    fireEvent.pointerOut(trigger(), { relatedTarget: card() })
    fireEvent.pointerOver(card(), { relatedTarget: trigger() })
    await room.advance(10_000)
    expect(card()).toBeInTheDocument()
    fireEvent.pointerOut(card(), { relatedTarget: document.body })
    noCard()
  })

  test('while the focus is there, a pointer that leaves does not take it away', async () => {
    const { user, room } = await setup()
    await user.tab()
    await user.hover(trigger())
    await room.advance(150)
    await user.unhover(trigger())
    expect(card()).toBeInTheDocument()
  })

  test('Esc takes it away from a pointer that stays, too', async () => {
    const { user, room } = await setup()
    await user.hover(trigger())
    await room.advance(150)
    await user.keyboard('{Escape}')
    noCard()
    await room.advance(1_000)
    expect(screen.queryByRole('group')).toBeNull()
  })

  test('a finger does not hover: pressing gives the focus', async () => {
    const { user, room } = await setup()
    fireEvent.pointerEnter(trigger(), { pointerType: 'touch' })
    await room.advance(1_000)
    noCard()
    await user.pointer({ keys: '[TouchA]', target: trigger() })
    expect(card()).toBeInTheDocument()
  })

  test('what can be done with somebody is on it, and the focus may go there', async () => {
    const { user } = await setup({ actions: <button type="button">Write</button> })
    await user.tab()
    await user.tab()
    expect(within(card()).getByRole('button', { name: 'Write' })).toHaveFocus()
    await user.tab()
    noCard()
  })

  test('from a trigger of the app’s own', async () => {
    const { user } = await setup({
      children: (props) => (
        <a href="#bo" {...props}>
          Bo
        </a>
      ),
    })
    await user.tab()
    expect(screen.getByRole('link')).toHaveAccessibleDescription(/Bo Nyström/)
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('gone from the page while the pointer waits, nothing is left on the clock', async () => {
    const { user, clock, rerender } = await setup()
    await user.hover(trigger())
    const waiting = clock.pending()
    rerender(<p>gone</p>)
    expect(clock.pending()).toBe(waiting - 1)
  })
})

describe('in a room', () => {
  test('it follows the person: another status, another tab, gone', async () => {
    const { user, room } = await setup()
    await user.tab()
    await room.setStatus('bo', 'busy')
    await room.advance(3_000)
    expect(card()).toHaveTextContent('Busy')
    expect(within(card()).queryByRole('list')).toBeNull()
    await room.join(BO)
    expect(within(card()).getAllByRole('listitem')).toHaveLength(2)
    await room.leave('bo')
    expect(card()).toHaveTextContent('Last seen just now')
  })

  test('our own lost link makes it stale, and nobody offline', async () => {
    const { user, room } = await setup()
    await user.tab()
    await room.drop()
    await room.advance(5_000)
    expect(card()).toHaveTextContent('Online (connection lost)')
    expect(card()).toHaveAttribute('data-stale')
  })

  test('closed, it reads nobody: what they do renders nothing', async () => {
    const renders = createRenderCounts()
    const { room } = await renderWithPresence(
      <renders.Probe id="card">
        <PersonCard userId="bo">Bo</PersonCard>
      </renders.Probe>,
      { self: 'ada', members: [BO] },
    )
    renders.reset()
    await room.setStatus('bo', 'busy')
    await room.advance(3_000)
    expect(renders.of('card')).toBe(0)
    act(() => trigger().focus())
    expect(card()).toHaveTextContent('Busy')
  })
})

test('outside of a room the person is followed while the card is open, and not before', async () => {
  const clock = createTestClock()
  const server = createLocalServer({ clock, random: createTestRandom(99) })
  const said: string[] = []
  const open = (id: string) => {
    const line = server.open()
    const send = (text: string): void => {
      if (id === 'ada') said.push(...(text.match(/"(un)?follow"/g) ?? []))
      line.send(text)
    }
    const environment = createTestEnvironment({ clock, random: createTestRandom(id.length) })
    const transport = channel({ open: () => ({ ...line, send }) })
    return createPresenceClient({ transport, user: { id, info: { name: 'Bo Nyström' } }, environment })
  }
  const clients = [open('ada'), open('bo')] as const
  const settle = (): Promise<void> => act(() => clock.advanceAsync(1_000))
  await settle()
  render(
    <PresenceProvider client={clients[0]} locale="en" timeZone="UTC">
      <PersonCard userId="bo">Bo</PersonCard>
    </PresenceProvider>,
  )
  await settle()
  expect(said).toEqual([])
  act(() => trigger().focus())
  await settle()
  expect(said).toEqual(['"follow"'])
  expect(card()).toHaveTextContent('Bo NyströmOnline')
  act(() => trigger().blur())
  await settle()
  expect(said).toEqual(['"follow"', '"unfollow"'])
  for (const client of clients) client.dispose()
  server.dispose()
})

test('under StrictMode it opens and goes as well', async () => {
  await renderWithPresence(<PersonCard userId="bo">Bo</PersonCard>, { self: 'ada', members: [BO], strict: true })
  act(() => trigger().focus())
  expect(card()).toBeVisible()
  act(() => trigger().blur())
  expect(screen.queryByRole('group')).toBeNull()
})
