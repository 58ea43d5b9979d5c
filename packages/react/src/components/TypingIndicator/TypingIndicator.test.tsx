import { render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'
import { TypingIndicator } from './TypingIndicator.tsx'
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

describe('in a room', () => {
  test('the line outlasts a pause, and goes with the message', async () => {
    const line = (key: number): ReactElement => <TypingIndicator data-testid="line" dismissKey={key} />
    const { room, rerender } = await renderWithPresence(line(1), { members: ['bo'] })
    await room.type('bo')
    await room.stopTyping('bo')
    expect(screen.getByTestId('line')).toHaveAttribute('data-state', 'typing')
    rerender(line(2))
    expect(screen.getByTestId('line')).toHaveAttribute('data-state', 'idle')
    await room.type('bo')
    await room.advance(3000)
    await room.stopTyping('bo')
    await room.advance(2000)
    expect(screen.getByTestId('line')).toHaveAttribute('data-state', 'idle')
  })

  test('a heartbeat of typing that changes nothing renders nothing', async () => {
    const renders = createRenderCounts()
    const { room } = await renderWithPresence(
      <renders.Probe id="line">
        <TypingIndicator />
      </renders.Probe>,
      { members: ['bo'] },
    )
    await room.type('bo')
    renders.reset()
    for (let beat = 0; beat < 4; beat += 1) {
      await room.advance(2500)
      await room.type('bo')
    }
    expect(renders.of('line')).toBe(0)
  })

  test('while our own link is down nobody is known to type', async () => {
    const { room } = await renderWithPresence(<TypingIndicator data-testid="line" />, { members: ['bo'] })
    await room.type('bo')
    await room.drop()
    await room.advance(3500)
    await room.advance(2000)
    expect(screen.getByTestId('line')).toHaveAttribute('data-state', 'idle')
  })
})
