import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TypingIndicatorView } from './TypingIndicatorView.tsx'

const ann = { userId: 'ann', name: 'Ann' }
const bo = { userId: 'bo', name: 'Bo' }

test('names who types, each name isolated from the direction of the sentence', () => {
  render(<TypingIndicatorView data-testid="line" people={[ann, bo]} />)
  expect(screen.getByTestId('line')).toHaveTextContent('Ann and Bo are typing…')
  expect(screen.getByText('Ann').tagName).toBe('BDI')
  expect(screen.getByTestId('line')).toHaveAttribute('data-state', 'typing')
  expect(screen.getByTestId('line')).toHaveAttribute('data-count', '2')
})

test('the box is there while nobody types, and says nothing', () => {
  render(<TypingIndicatorView data-testid="line" people={[]} />)
  expect(screen.getByTestId('line')).toBeEmptyDOMElement()
  expect(screen.getByTestId('line')).toHaveAttribute('data-state', 'idle')
  expect(screen.getByTestId('line')).toHaveAttribute('data-reserved', '')
})

test('the dots are decoration; speech is the announcer’s', () => {
  const { container } = render(<TypingIndicatorView people={[ann]} />)
  expect(container.querySelector('[data-slot="dots"]')).toHaveAttribute('aria-hidden', 'true')
  expect(container.querySelector('[aria-live], [role="status"]')).not.toBeInTheDocument()
})

test('dots alone still have their words, for those who do not see them', () => {
  render(<TypingIndicatorView people={[ann]} variant="bubble" />)
  expect(screen.getByText('Ann')).toBeInTheDocument()
})

test('the dots start again when other people type, and rest while it is the same ones', () => {
  const { container, rerender } = render(<TypingIndicatorView people={[ann]} />)
  const dots = container.querySelector('[data-slot="dots"]')
  rerender(<TypingIndicatorView people={[{ ...ann }]} />)
  expect(container.querySelector('[data-slot="dots"]')).toBe(dots)
  rerender(<TypingIndicatorView people={[ann, bo]} />)
  expect(container.querySelector('[data-slot="dots"]')).not.toBe(dots)
})
