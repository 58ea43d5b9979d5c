import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { personHue } from '../../format/personHue.ts'
import { AvatarView } from './AvatarView.tsx'

test('has one name for person and status; its badge is decoration', () => {
  render(<AvatarView userId="ada" name="Ada Lovelace" status="away" />)
  expect(screen.getAllByRole('img')).toHaveLength(1)
  const avatar = screen.getByRole('img', { name: 'Ada Lovelace, away' })
  expect(avatar).toHaveAttribute('data-status', 'away')
  expect(avatar).toHaveAttribute('data-hue', String(personHue('ada')))
  expect(avatar).toHaveTextContent('AL')
})

test('says nothing where the name stands beside it', () => {
  const { container } = render(<AvatarView userId="ada" name="Ada" label="none" />)
  expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true')
  expect(screen.queryByRole('img')).not.toBeInTheDocument()
})

test('a picture that does not come leaves the initials', () => {
  const { container } = render(<AvatarView userId="ada" name="Ada" picture="/nowhere.png" />)
  const picture = container.querySelector('img')
  expect(picture).toHaveAttribute('data-image', 'loading')
  expect(picture).toHaveAttribute('alt', '')
  if (picture !== null) fireEvent.error(picture)
  expect(picture).toHaveAttribute('data-image', 'error')
  expect(screen.getByText('A')).toBeInTheDocument()
})

test('of another picture nothing is known yet', () => {
  const { container, rerender } = render(<AvatarView userId="ada" name="Ada" picture="/a.png" />)
  const picture = container.querySelector('img')
  if (picture !== null) fireEvent.load(picture)
  expect(picture).toHaveAttribute('data-image', 'loaded')
  rerender(<AvatarView userId="ada" name="Ada" picture="/b.png" />)
  expect(picture).toHaveAttribute('data-image', 'loading')
})

test('without a letter a figure stands in', () => {
  const { container } = render(<AvatarView userId="x" name="—" />)
  expect(container.querySelector('[data-slot="figure"]')).toBeInTheDocument()
})

test('who has no name is someone, never nothing', () => {
  render(<AvatarView userId="x" name="" status="away" />)
  expect(screen.getByRole('img', { name: 'Someone, away' })).toBeInTheDocument()
})

test('a badge is never under 8 px, where shapes are no longer told apart', () => {
  const { container } = render(<AvatarView userId="x" name="X" status="online" size={16} />)
  expect(container.querySelector('[data-anchor]')).toHaveAttribute('data-size', '8')
})
