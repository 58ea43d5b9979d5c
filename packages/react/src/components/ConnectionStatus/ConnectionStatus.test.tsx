import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderWithPresence } from '../../testing/index.ts'
import { ConnectionStatus } from './ConnectionStatus.tsx'
import { ConnectionStatusView } from './ConnectionStatusView.tsx'

test.each([
  ['connecting', 'Connecting…', 'broken-ring'],
  ['connected', 'Connected', 'disc'],
  ['reconnecting', 'Reconnecting…', 'broken-ring'],
  ['disconnected', 'Disconnected', 'ring'],
  ['offline', 'No network', 'slashed-ring'],
  ['failed', 'Connection failed', 'barred-disc'],
] as const)('%s is a word and a shape, never a colour alone', (state, word, shape) => {
  render(<ConnectionStatusView data-testid="link" state={state} />)
  expect(screen.getByText(word)).toBeInTheDocument()
  expect(screen.getByTestId('link')).toHaveAttribute('data-state', state)
  expect(screen.getByTestId('link')).toHaveAttribute('data-shape', shape)
})

test('what may come back by itself is amber, not red', () => {
  render(<ConnectionStatusView data-testid="link" state="reconnecting" />)
  expect(screen.getByTestId('link')).toHaveAttribute('data-tone', 'warning')
})

test.each([
  [24.4, '24 ms'],
  [186, '190 ms'],
])('a latency of %d ms is told as %s', (latency, text) => {
  render(<ConnectionStatusView state="connected" latency={latency} />)
  expect(screen.getByText(text)).toBeInTheDocument()
})

test('a link that is down can be tried again; one that is up or on its way needs no button', () => {
  let tries = 0
  const retry = (): void => {
    tries += 1
  }
  const { rerender } = render(<ConnectionStatusView state="failed" onRetry={retry} />)
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(tries).toBe(1)
  rerender(<ConnectionStatusView state="connected" onRetry={retry} />)
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})

test('hidden while connected it keeps its place', () => {
  render(<ConnectionStatusView data-testid="link" state="connected" hideWhenConnected />)
  expect(screen.getByTestId('link')).toHaveAttribute('data-hidden', '')
})

test('an icon keeps its word for those who do not see it', () => {
  render(<ConnectionStatusView state="offline" variant="icon" />)
  expect(screen.getByText('No network')).toHaveClass('rc-hidden')
})

test('attempt and countdown are told; the countdown is not spoken, since it changes each second', () => {
  render(<ConnectionStatusView data-testid="link" state="reconnecting" attempt={3} retryIn={4} />)
  expect(screen.getByText('3rd attempt')).toBeInTheDocument()
  expect(screen.getByText('next try in 4 s')).toHaveAttribute('aria-hidden', 'true')
  expect(screen.getByTestId('link')).toHaveAttribute('data-attempt', '3')
})

test.each([
  ['token_revoked', 'Please sign in again'],
  ['unsupported_version', 'Please reload the page'],
  ['internal', 'Connection failed'],
])('a failure by %s says what to do: %s', (reason, word) => {
  render(<ConnectionStatusView data-testid="link" state="failed" reason={reason} />)
  expect(screen.getByText(word)).toBeInTheDocument()
  expect(screen.getByTestId('link')).toHaveAttribute('data-reason', reason)
})

test.each([
  [undefined, 'Connected again'],
  ['resumed', 'Back – nothing missed'],
  ['resynced', 'Back – refreshed'],
] as const)('a link that is back as %s says: %s', (outcome, word) => {
  render(<ConnectionStatusView state="restored" outcome={outcome} />)
  expect(screen.getByText(word)).toBeInTheDocument()
})

test('bound: away is said late, counted down, and the return said for a while', async () => {
  const { room } = await renderWithPresence(<ConnectionStatus data-testid="link" details />)
  const state = (): string | undefined => screen.getByTestId('link').dataset['state']
  expect(state()).toBe('connected')
  await room.drop()
  await room.advance(2000)
  expect(state()).toBe('connected')
  await room.advance(2000)
  expect(state()).toBe('reconnecting')
  await room.resume()
  await room.advance(100)
  expect(state()).toBe('restored')
  await room.advance(4000)
  expect(state()).toBe('connected')
})
