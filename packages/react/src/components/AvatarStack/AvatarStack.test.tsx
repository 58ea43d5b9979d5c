import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { renderWithPresence } from '../../testing/index.ts'
import { arrangePeople, splitStack, type StackPerson } from './arrangePeople.ts'
import { AvatarStack } from './AvatarStack.tsx'
import { AvatarStackView } from './AvatarStackView.tsx'

const person = (userId: string, more: Partial<StackPerson> = {}): StackPerson => ({
  userId,
  name: userId.toUpperCase(),
  status: 'online',
  ...more,
})
const six = ['bo', 'ada', 'cy', 'di', 'ed', 'flo'].map((id) => person(id, { isSelf: id === 'ada' }))
const ids = (people: readonly StackPerson[]): readonly string[] => people.map(({ userId }) => userId)

describe('order', () => {
  test('oneself first, then as they entered', () => {
    expect(ids(arrangePeople(six))).toEqual(['ada', 'bo', 'cy', 'di', 'ed', 'flo'])
    expect(ids(arrangePeople(six, { self: 'last' })).at(-1)).toBe('ada')
    expect(ids(arrangePeople(six, { self: 'hide' }))).not.toContain('ada')
  })

  test('by name, or as the app compares, without changing what was given', () => {
    const given = [person('b'), person('a')]
    expect(ids(arrangePeople(given, { order: 'name' }))).toEqual(['a', 'b'])
    expect(ids(arrangePeople(given, { order: (a, b) => (a.userId < b.userId ? -1 : 1) }))).toEqual(['a', 'b'])
    expect(ids(given)).toEqual(['b', 'a'])
  })

  test('a change of status moves nobody', () => {
    const busy = six.map((one) => ({ ...one, status: 'busy' }))
    expect(ids(arrangePeople(busy))).toEqual(ids(arrangePeople(six)))
  })

  test('nobody is lost or doubled, and the chip never stands for one person', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.option(fc.nat({ max: 12 })), (names, max) => {
        const { shown, hidden } = splitStack(
          names.map((name) => person(name)),
          max,
        )
        expect(ids([...shown, ...hidden])).toEqual(names)
        expect(hidden.length === 1 && max !== 1 && max !== 0).toBe(false)
        expect(shown.length + (hidden.length > 0 ? 1 : 0)).toBeLessThanOrEqual(Math.max(1, max ?? Infinity))
      }),
    )
  })
})

describe('the list', () => {
  test('is named by how many are here, and reads in order', () => {
    render(<AvatarStackView people={six} />)
    const list = screen.getByRole('list', { name: '6 people here' })
    expect(list).toHaveAttribute('data-count', '6')
    expect(list).toHaveAttribute('data-overflow', '3')
    const faces = within(list).getAllByRole('img')
    expect(faces.map((face) => face.getAttribute('aria-label'))).toEqual(['ADA, online', 'BO, online', 'CY, online'])
    expect(faces[0]).toHaveAttribute('data-self', '')
  })

  test('everybody where there is no limit', () => {
    render(<AvatarStackView people={six} max={null} />)
    expect(screen.getAllByRole('img')).toHaveLength(6)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  test('nobody is an empty list, or a word', () => {
    const { rerender } = render(<AvatarStackView people={[]} />)
    expect(screen.getByRole('list')).toBeEmptyDOMElement()
    rerender(<AvatarStackView people={[]} emptyLabel="Only you" />)
    expect(screen.getByText('Only you')).toBeInTheDocument()
  })

  test('before the first sync discs stand in for those who may come', () => {
    const { container } = render(<AvatarStackView people={six.slice(1, 2)} loading />)
    expect(screen.getByRole('list', { name: 'Loading people' })).toHaveAttribute('aria-busy', 'true')
    expect(container.querySelectorAll('[data-slot="skeleton"]')).toHaveLength(3)
    expect(screen.getByRole('img', { name: 'ADA, online' })).toBeInTheDocument()
  })

  test('a lost link changes nothing but the look', () => {
    render(<AvatarStackView people={six} stale />)
    expect(screen.getByRole('list', { name: '6 people here' })).toHaveAttribute('data-stale', '')
    expect(screen.getAllByRole('img')).toHaveLength(3)
  })

  test('a face keeps its element when people come and go before it', () => {
    const { rerender } = render(<AvatarStackView people={six} max={null} />)
    const flo = screen.getByRole('img', { name: 'FLO, online' })
    rerender(<AvatarStackView people={six.slice(2)} max={null} />)
    expect(screen.getByRole('img', { name: 'FLO, online' })).toBe(flo)
  })
})

describe('the chip', () => {
  test('is a button that says how many more, and opens the platform’s popover', () => {
    const { container } = render(<AvatarStackView people={six} />)
    const chip = screen.getByRole('button', { name: '+3 more people' })
    expect(chip).toHaveTextContent('+3')
    const popover = container.querySelector('[popover]')
    expect(chip.getAttribute('popovertarget')).toBe(popover?.id)
    expect(popover).toHaveAttribute('role', 'dialog')
    expect(popover).toHaveAttribute('autofocus')
  })

  test('names who they are once asked, not before: a thousand rows are not made in vain', () => {
    const { container } = render(<AvatarStackView people={six} />)
    expect(container.querySelectorAll('[popover] li')).toHaveLength(0)
    const popover = container.querySelector('[popover]')
    if (popover !== null) fireEvent(popover, Object.assign(new Event('beforetoggle'), { newState: 'open' }))
    const rows = [...container.querySelectorAll('[popover] li')]
    expect(rows.map((row) => row.querySelector('[data-slot="name"]')?.textContent)).toEqual(['DI', 'ED', 'FLO'])
  })
})

describe('a chip for more than a hundred', () => {
  const crowd = Array.from({ length: 1000 }, (_, index) => person(`p${index}`))
  const open = (container: HTMLElement): Element => {
    const popover = container.querySelector<HTMLElement>('[popover]') ?? container
    // jsdom knows no top layer, and lets nothing have the focus that is not shown.
    popover.style.display = 'block'
    fireEvent(popover, Object.assign(new Event('beforetoggle'), { newState: 'open' }))
    return popover
  }
  // jsdom has no layout: the dialog is 320 px high, each row 34.
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(320)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(34)
  })
  afterEach(() => vi.restoreAllMocks())

  test('makes only the rows in view, and says which of how many each is', () => {
    const { container } = render(<AvatarStackView people={crowd} />)
    const rows = [...open(container).querySelectorAll('li[data-index]')]
    expect(rows.length).toBeGreaterThan(9)
    expect(rows.length).toBeLessThan(40)
    expect(rows[0]).toHaveAttribute('aria-posinset', '1')
    expect(rows[0]).toHaveAttribute('aria-setsize', '997')
  })

  test('keys lead to those that are not made yet', async () => {
    const user = userEvent.setup()
    const { container } = render(<AvatarStackView people={crowd} onSelect={() => {}} />)
    const first = open(container).querySelector<HTMLElement>('[data-stop]')
    act(() => first?.focus())
    await user.keyboard('{End}')
    expect(screen.getByText('P999').closest('button')).toHaveFocus()
    await user.keyboard('{ArrowUp}')
    expect(screen.getByText('P998').closest('button')).toHaveFocus()
    await user.keyboard('{Home}')
    expect(screen.getByText('P3').closest('button')).toHaveFocus()
  })

  test('keeps the focus while people come and go', () => {
    const { container, rerender } = render(<AvatarStackView people={crowd} onSelect={() => {}} />)
    const rows = open(container).querySelectorAll<HTMLElement>('[data-stop]')
    act(() => rows[2]?.focus())
    expect(rows[2]).toHaveFocus()
    for (let gone = 1; gone <= 20; gone += 1) {
      const joined = Array.from({ length: gone }, (_, index) => person(`new${index}`))
      rerender(<AvatarStackView people={[...crowd.slice(0, 4), ...crowd.slice(5), ...joined]} onSelect={() => {}} />)
      expect(document.activeElement).toBe(rows[2])
    }
    rerender(<AvatarStackView people={crowd.slice(0, 4)} onSelect={() => {}} />)
    expect(open(container).contains(document.activeElement)).toBe(true)
  })
})

describe('what stands for those without a place', () => {
  test('may be a chip that names them, on focus too, until Esc', async () => {
    const user = userEvent.setup()
    render(<AvatarStackView people={six} overflow="tooltip" />)
    await user.tab()
    const chip = screen.getByRole('button', { name: '+3 more people' })
    expect(chip).toHaveFocus()
    expect(screen.getByRole('tooltip')).toHaveTextContent('DI, ED, and FLO')
    expect(chip).toHaveAccessibleDescription('DI, ED, and FLO')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
    await user.hover(chip)
    expect(screen.getByRole('tooltip')).toBeVisible()
  })

  test('names no more than can be read, and counts the rest', async () => {
    const people = Array.from({ length: 40 }, (_, index) => person(`p${index}`))
    const user = userEvent.setup()
    render(<AvatarStackView people={people} overflow="tooltip" />)
    await user.tab()
    expect(screen.getByRole('tooltip').textContent).toMatch(/P14, and 25 others$/)
  })

  test('may be whatever the app makes of them', () => {
    render(<AvatarStackView people={six} overflow={(hidden) => <b>and {hidden.map(({ name }) => name).join()}</b>} />)
    expect(screen.getByText('and DI,ED,FLO')).toBeInTheDocument()
  })
})

test('a gap takes the place of an overlap', () => {
  render(<AvatarStackView people={six} gap={6} />)
  const list = screen.getByRole('list')
  expect(list).toHaveAttribute('data-flat', '')
  expect(list.style.getPropertyValue('--rc-stack-gap')).toBe('6px')
})

test('where nothing can be known, only oneself is sure', () => {
  render(<AvatarStackView people={six} unavailable />)
  expect(screen.getAllByRole('img').map((face) => face.getAttribute('aria-label'))).toEqual(['ADA, online'])
  expect(screen.getByText('Presence unavailable')).toBeInTheDocument()
})

test('a number from before our own link went down has a clock', () => {
  const { container, rerender } = render(<AvatarStackView people={six} stale />)
  expect(container.querySelector('.rc-chip [data-slot="clock"]')).toBeInTheDocument()
  rerender(<AvatarStackView people={six} />)
  expect(container.querySelector('[data-slot="clock"]')).not.toBeInTheDocument()
})

describe('faces that may be chosen', () => {
  const names = (): readonly string[] =>
    screen
      .getAllByRole('button')
      .map((face) => (face.querySelector('[aria-label]') ?? face).getAttribute('aria-label') ?? '')

  test('are buttons, one tab stop together with the chip', async () => {
    const user = userEvent.setup()
    const chosen: string[] = []
    render(<AvatarStackView people={six} onSelect={({ userId }) => chosen.push(userId)} />)
    expect(names()).toEqual(['ADA, online', 'BO, online', 'CY, online', '+3 more people'])
    await user.tab()
    expect(screen.getByRole('button', { name: 'ADA, online' })).toHaveFocus()
    await user.keyboard('{ArrowRight}{Enter}')
    expect(chosen).toEqual(['bo'])
    await user.keyboard('{End}')
    expect(screen.getByRole('button', { name: '+3 more people' })).toHaveFocus()
    await user.tab()
    expect(document.body).toHaveFocus()
  })

  test('keep the focus during twenty joins, and give it to a neighbour when they go', async () => {
    const user = userEvent.setup()
    const onSelect = (): void => {}
    const { rerender } = render(<AvatarStackView people={six} max={null} onSelect={onSelect} />)
    await user.tab()
    await user.keyboard('{ArrowRight}')
    const crowd = Array.from({ length: 20 }, (_, index) => person(`p${index}`))
    for (let count = 1; count <= crowd.length; count += 1) {
      rerender(<AvatarStackView people={[...six, ...crowd.slice(0, count)]} max={null} onSelect={onSelect} />)
      expect(screen.getByRole('button', { name: 'BO, online' })).toHaveFocus()
    }
    rerender(<AvatarStackView people={six.filter(({ userId }) => userId !== 'bo')} max={null} onSelect={onSelect} />)
    expect(screen.getByRole('button', { name: 'CY, online' })).toHaveFocus()
  })
})

describe('in a room', () => {
  const ROLL_CALL = 5000
  const names = (): readonly (string | null)[] =>
    screen.getAllByRole('img').map((face) => face.getAttribute('aria-label'))

  test('who says goodbye pales for 15 s; who is lost is gone at once', async () => {
    const { room } = await renderWithPresence(<AvatarStack />, { members: ['bo', 'cy'] })
    await room.advance(ROLL_CALL)
    await room.leave('bo')
    expect(names()).toEqual(['self, online', 'cy, online', 'bo, left just now'])
    expect(screen.getByRole('list')).toHaveAttribute('data-count', '2')
    expect(screen.getByRole('img', { name: 'bo, left just now' })).toHaveAttribute('data-leaving')
    await room.advance(14_000)
    expect(names()).toHaveLength(3)
    await room.advance(2_000)
    expect(names()).toEqual(['self, online', 'cy, online'])
    await room.kill('cy')
    await room.advance(120_000)
    expect(names()).toEqual(['self, online'])
  })

  test('who comes back within that time is here again, once', async () => {
    const { room } = await renderWithPresence(<AvatarStack />, { members: ['bo'] })
    await room.advance(ROLL_CALL)
    await room.leave('bo')
    await room.join('bo')
    await room.advance(1000)
    expect(names()).toEqual(['self, online', 'bo, online'])
  })

  test('a face for each session where the app asks for that', async () => {
    const { room } = await renderWithPresence(<AvatarStack groupBy="session" />, { members: ['bo', 'bo'] })
    await room.advance(ROLL_CALL)
    expect(names()).toEqual(['self, online', 'bo, session 1, online', 'bo, session 2, online'])
  })

  test('only some of them where the app names them', async () => {
    const { room } = await renderWithPresence(<AvatarStack userIds={['bo']} />, { members: ['bo', 'cy'] })
    await room.advance(ROLL_CALL)
    expect(names()).toEqual(['bo, online'])
  })
})
