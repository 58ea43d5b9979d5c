import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef } from 'react'
import { expect, test } from 'vitest'
import { STOP } from '../roving/useRovingFocus.ts'
import { useRowFocus } from './useRowFocus.ts'

const ids = Array.from({ length: 50 }, (_, index) => `row ${index}`)

/** Shows the rows from `from` on, five of them, and the one that has to exist. */
const List = ({ from }: { readonly from: number }) => {
  const root = useRef<HTMLUListElement>(null)
  const seek = (at: number, letter: string): number => (letter === 'x' ? 40 : at)
  const { current, keptId, rootProps } = useRowFocus({ ids, root, seek })
  return (
    <ul ref={root} {...rootProps}>
      {ids.map((id, index) =>
        (index >= from && index < from + 5) || id === keptId ? (
          <li key={id}>
            <button type="button" tabIndex={id === current ? 0 : -1} {...{ [STOP]: id }}>
              {id}
            </button>
          </li>
        ) : null,
      )}
    </ul>
  )
}

const focused = (): string | null => document.activeElement?.textContent ?? null

test('arrows lead to the neighbour in the list, not to what happens to be drawn next', async () => {
  const user = userEvent.setup()
  const { rerender } = render(<List from={0} />)
  await user.tab()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(focused()).toBe('row 2')
  // Scrolled far away by wheel; the row that has the focus stays.
  rerender(<List from={30} />)
  expect(focused()).toBe('row 2')
  await user.keyboard('{ArrowDown}')
  expect(focused()).toBe('row 3')
})

test('Home, End and letters reach rows that do not exist yet', async () => {
  const user = userEvent.setup()
  render(<List from={0} />)
  await user.tab()
  await user.keyboard('{End}')
  expect(focused()).toBe('row 49')
  await user.keyboard('{ArrowDown}')
  expect(focused()).toBe('row 49')
  await user.keyboard('x')
  expect(focused()).toBe('row 40')
  await user.keyboard('{Home}')
  expect(focused()).toBe('row 0')
  await user.tab()
  expect(document.body).toHaveFocus()
})

test('keys with a modifier are the browser’s', async () => {
  const user = userEvent.setup()
  render(<List from={0} />)
  await user.tab()
  await user.keyboard('{Control>}{End}{/Control}')
  expect(screen.getByText('row 0')).toHaveFocus()
})
