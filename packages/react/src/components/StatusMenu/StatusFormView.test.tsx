import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { de } from '../../strings/de.ts'
import { type StatusDraft, StatusFormView, type StatusFormViewProps } from './StatusFormView.tsx'

const expiries = [
  { id: 'never', label: 'Do not clear' },
  { id: 'today', label: 'Today' },
]

function setup(props: Partial<StatusFormViewProps> = {}) {
  const saved: StatusDraft[] = []
  const user = userEvent.setup()
  const view = render(<StatusFormView onSave={(draft) => saved.push(draft)} {...props} />)
  return { ...view, user, saved, text: screen.getByRole('textbox', { name: 'What are you doing?' }) }
}

test('words and their end are saved by Enter, without the blanks around them', async () => {
  const { user, saved, text } = setup({ expiries })
  await user.type(text, '  In a call ')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Clear after' }), 'Today')
  await user.type(text, '{Enter}')
  expect(saved).toEqual([{ text: 'In a call', expiry: 'today' }])
})

test('it begins with what there is', async () => {
  const { user, saved } = setup({ expiries, initial: { text: 'Lunch', expiry: 'today' } })
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(saved).toEqual([{ text: 'Lunch', expiry: 'today' }])
})

test('a text may be 140 UTF-16 units long; one more is refused by name, and nothing is cut', async () => {
  const { user, saved, text } = setup()
  await user.click(text)
  await user.paste('x'.repeat(138) + '👋')
  expect(text).toHaveAccessibleDescription('Characters: 140 of 140')
  expect(text).toBeValid()
  await user.paste('!')
  expect(text).toHaveAccessibleDescription('Characters: 141 of 140 · At most 140 characters')
  expect(text).toBeInvalid()
  expect(text).toHaveValue('x'.repeat(138) + '👋!')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(saved).toEqual([])
  expect(text).toHaveFocus()
  await user.keyboard('{Backspace}{Enter}')
  expect(saved).toHaveLength(1)
})

test('an option that is gone meanwhile is no longer chosen', async () => {
  const { user, saved, rerender } = setup({ expiries, initial: { expiry: 'today' } })
  rerender(<StatusFormView onSave={(draft) => saved.push(draft)} expiries={expiries.slice(0, 1)} />)
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(saved).toEqual([{ text: '', expiry: 'never' }])
})

test('what may be cleared has a button for it', async () => {
  let cleared = 0
  const { user } = setup({ onClear: () => (cleared += 1) })
  await user.click(screen.getByRole('button', { name: 'Clear status' }))
  expect(cleared).toBe(1)
})

test('in another language, and without what is not offered', () => {
  render(<StatusFormView onSave={() => {}} strings={de} />)
  expect(screen.getByRole('textbox', { name: 'Was machst du gerade?' })).toHaveAccessibleDescription(
    'Zeichen: 0 von 140',
  )
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.getAllByRole('button')).toHaveLength(1)
})
