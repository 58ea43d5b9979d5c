import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderWithPresence } from '../../testing/index.ts'
import { FieldPresence } from './FieldPresence.tsx'
import { FieldPresenceView } from './FieldPresenceView.tsx'

const bo = { userId: 'bo', name: 'Bo' }
const cy = { userId: 'cy', name: 'Cy' }

test('tells who is at the field, in one sentence, and draws no more than it may', () => {
  const { container, rerender } = render(
    <FieldPresenceView people={[bo]}>
      <input />
    </FieldPresenceView>,
  )
  expect(screen.getByText('Bo is editing this field')).toHaveClass('rc-hidden')
  rerender(
    <FieldPresenceView people={[bo, cy]} max={1} hint="visible">
      <input />
    </FieldPresenceView>,
  )
  expect(screen.getByText('Bo and Cy are editing this field')).not.toHaveClass('rc-hidden')
  expect(container.querySelectorAll('.rc-avatar')).toHaveLength(1)
})

test('nobody there is no sentence and no ring', () => {
  render(
    <FieldPresenceView data-testid="field" people={[]}>
      <input />
    </FieldPresenceView>,
  )
  expect(screen.getByTestId('field')).not.toHaveAttribute('data-busy')
  expect(screen.queryByText(/editing/)).not.toBeInTheDocument()
})

test('the field keeps its own handlers and description', async () => {
  const heard: string[] = []
  await renderWithPresence(
    <FieldPresence field="title">
      <input onFocus={() => heard.push('focus')} onBlur={() => heard.push('blur')} aria-describedby="own" />
    </FieldPresence>,
    { self: 'ada' },
  )
  const input = screen.getByRole('textbox')
  fireEvent.focus(input)
  fireEvent.blur(input)
  expect(heard).toEqual(['focus', 'blur'])
  expect(input).toHaveAttribute('aria-describedby', 'own')
})
