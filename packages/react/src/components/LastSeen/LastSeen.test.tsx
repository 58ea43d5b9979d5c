import { render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { expect, test } from 'vitest'
import { formatLastSeen } from '../../format/formatLastSeen.ts'
import { en } from '../../strings/en.ts'
import { LastSeenView } from './LastSeenView.tsx'

const SEEN = Date.UTC(2026, 10, 21, 22, 30)
const words = formatLastSeen(SEEN, { now: SEEN + 300_000, locale: 'en-GB', timeZone: 'UTC', strings: en })

test('an instant is a time element, in words for readers and in UTC for machines', () => {
  render(<LastSeenView {...words} />)
  const time = screen.getByText('5 minutes ago')
  expect(time.tagName).toBe('TIME')
  expect(time).toHaveAttribute('datetime', '2026-11-21T22:30:00.000Z')
  expect(time).toHaveAttribute('title', words.title)
  expect(time).toHaveAttribute('data-bucket', 'minutes')
})

test('it is no live region: a clock that speaks would not stop', () => {
  const { container } = render(<LastSeenView {...words} live />)
  expect(container.querySelector('[aria-live], [role="status"], [role="timer"]')).not.toBeInTheDocument()
  expect(container.firstElementChild).toHaveAttribute('data-live', '')
})

test('without an instant it is no time element', () => {
  render(<LastSeenView text="recently" bucket="approximate" />)
  expect(screen.getByText('recently').tagName).toBe('SPAN')
})

test('in full where the exact time matters', () => {
  render(<LastSeenView {...words} detail="inline" />)
  expect(screen.getByText(words.title ?? '')).toBeInTheDocument()
  expect(screen.getByText('5 minutes ago')).not.toHaveAttribute('title')
})

test('passes native props and the ref through', () => {
  const ref = createRef<HTMLTimeElement>()
  render(<LastSeenView ref={ref} {...words} data-testid="seen" className={({ bucket }) => bucket} />)
  expect(ref.current).toBe(screen.getByTestId('seen'))
  expect(ref.current).toHaveClass('rc-last-seen', 'minutes')
})
