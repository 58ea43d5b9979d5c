import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { expect, test } from 'vitest'
import { STOP, useRovingFocus } from './useRovingFocus.ts'

function Row({
  names,
  dir = 'ltr',
}: {
  readonly names: readonly string[]
  readonly dir?: 'ltr' | 'rtl'
}): ReactElement {
  const { current, rootProps } = useRovingFocus('horizontal')
  const reached = current !== undefined && names.includes(current) ? current : names[0]
  return (
    <div {...rootProps} dir={dir} style={{ direction: dir }}>
      {names.map((name) => (
        <button key={name} type="button" tabIndex={name === reached ? 0 : -1} {...{ [STOP]: name }}>
          {name}
        </button>
      ))}
    </div>
  )
}

const focused = (): string | null | undefined => document.activeElement?.textContent

test('one tab stop; arrows, Home and End lead on, and no further than the ends', async () => {
  const user = userEvent.setup()
  render(<Row names={['a', 'b', 'c']} />)
  await user.tab()
  expect(focused()).toBe('a')
  await user.keyboard('{ArrowRight}')
  expect(focused()).toBe('b')
  await user.keyboard('{End}{ArrowRight}')
  expect(focused()).toBe('c')
  await user.keyboard('{Home}{ArrowLeft}')
  expect(focused()).toBe('a')
  await user.keyboard('{ArrowRight}')
  await user.tab()
  expect(document.body).toHaveFocus()
  await user.tab({ shift: true })
  expect(focused()).toBe('b')
})

test('arrows go where they point, in text from right to left as well', async () => {
  const user = userEvent.setup()
  render(<Row names={['a', 'b']} dir="rtl" />)
  await user.tab()
  await user.keyboard('{ArrowLeft}')
  expect(focused()).toBe('b')
})

test('the focus stays while others come and go, and falls to a neighbour, never to the page', async () => {
  const user = userEvent.setup()
  const { rerender } = render(<Row names={['a', 'b', 'c']} />)
  await user.tab()
  await user.keyboard('{ArrowRight}')
  rerender(<Row names={['x', 'b', 'y', 'z']} />)
  expect(focused()).toBe('b')
  rerender(<Row names={['x', 'y', 'z']} />)
  expect(focused()).toBe('y')
  rerender(<Row names={['x']} />)
  expect(focused()).toBe('x')
})
