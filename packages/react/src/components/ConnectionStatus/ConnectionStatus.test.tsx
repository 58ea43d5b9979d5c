import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
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
