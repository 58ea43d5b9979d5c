import { fireEvent, render, screen, within } from '@testing-library/react'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangePeople, splitStack, type StackPerson } from './arrangePeople.ts'
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
    fireEvent.click(screen.getByRole('button'))
    const rows = [...container.querySelectorAll('[popover] li')]
    expect(rows.map((row) => row.querySelector('[data-slot="name"]')?.textContent)).toEqual(['DI', 'ED', 'FLO'])
  })
})
