import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { renderWithPresence } from '../../testing/index.ts'
import { ConnectionStatus } from './ConnectionStatus.tsx'
import { ConnectionStatusView } from './ConnectionStatusView.tsx'

describe('the view', () => {
  test.each([
    ['connecting', 'Connecting…', 'broken-ring'],
    ['connected', 'Connected', 'disc'],
    ['reconnecting', 'Reconnecting…', 'broken-ring'],
    ['offline', 'No network', 'slashed-ring'],
    ['resumed', 'Back – nothing missed', 'disc'],
    ['resynced', 'Back – refreshed', 'disc'],
    ['failed', 'Connection failed', 'barred-disc'],
    ['closed', 'Disconnected', 'ring'],
  ] as const)('%s is a word and a shape, never a colour alone', (state, word, shape) => {
    render(<ConnectionStatusView data-testid="link" state={state} />)
    expect(screen.getByText(word)).toBeInTheDocument()
    expect(screen.getByTestId('link')).toHaveAttribute('data-state', state)
    expect(screen.getByTestId('link')).toHaveAttribute('data-shape', shape)
  })

  test('idle keeps the place of the word that may come', () => {
    render(<ConnectionStatusView data-testid="link" state="idle" />)
    expect(screen.getByTestId('link')).toHaveAttribute('data-hidden', '')
    expect(screen.getByTestId('link')).toHaveTextContent('Connecting…')
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
    const retry = vi.fn<() => void>()
    const { rerender } = render(<ConnectionStatusView state="failed" onRetry={retry} />)
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledTimes(1)
    for (const state of ['idle', 'connecting', 'connected', 'resumed', 'resynced'] as const) {
      rerender(<ConnectionStatusView state={state} onRetry={retry} />)
      expect(screen.queryByRole('button', { hidden: true })).not.toBeInTheDocument()
    }
  })

  test('hidden while connected it keeps its place', () => {
    render(<ConnectionStatusView data-testid="link" state="connected" hideWhenConnected />)
    expect(screen.getByTestId('link')).toHaveAttribute('data-hidden', '')
  })

  test('an icon keeps its word for those who do not see it, and for those who point at it', () => {
    render(<ConnectionStatusView data-testid="link" state="offline" variant="icon" />)
    expect(screen.getByText('No network')).toHaveClass('rc-hidden')
    expect(screen.getByTestId('link')).toHaveAttribute('title', 'No network')
  })

  test('attempt and countdown are told; the countdown is not spoken, since it changes each second', () => {
    render(<ConnectionStatusView data-testid="link" state="reconnecting" attempt={3} retryIn={4} />)
    expect(screen.getByText('3rd attempt')).toBeInTheDocument()
    expect(screen.getByText('next try in 4 s')).toHaveAttribute('aria-hidden', 'true')
    expect(screen.getByTestId('link')).toHaveAttribute('data-attempt', '3')
  })

  test('what waits to go out is told until it can', () => {
    const { rerender } = render(<ConnectionStatusView state="offline" queued={1} />)
    expect(screen.getByText('1 change waiting')).toBeInTheDocument()
    rerender(<ConnectionStatusView state="resumed" queued={1} />)
    expect(screen.queryByText(/waiting/)).not.toBeInTheDocument()
  })

  test.each([
    ['token_revoked', 'unauthorised', 'Please sign in again'],
    ['forbidden', 'forbidden', 'You have no access here'],
    ['limit_exceeded', 'room-full', 'Too many connections'],
    ['unsupported_version', 'version', 'Please reload the page'],
    ['session_replaced', 'kicked', 'Continued in another window'],
  ])('a failure by %s is %s and says what to do', (code, reason, word) => {
    render(<ConnectionStatusView data-testid="link" state="failed" reason={code} />)
    expect(screen.getByText(word)).toBeInTheDocument()
    expect(screen.getByText(code)).toBeInTheDocument()
    expect(screen.getByTestId('link')).toHaveAttribute('data-reason', reason)
  })

  test('a failure that nobody can mend has its code', () => {
    render(<ConnectionStatusView data-testid="link" state="failed" reason="internal" />)
    expect(screen.getByTestId('link')).toHaveTextContent('Connection failedinternal')
    expect(screen.getByTestId('link')).not.toHaveAttribute('data-reason')
  })

  test('where signing in helps, the button does that', () => {
    const signIn = vi.fn<() => void>()
    const retry = vi.fn<() => void>()
    const { rerender } = render(
      <ConnectionStatusView state="failed" reason="token_revoked" onRetry={retry} onSignIn={signIn} />,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect([signIn, retry].map(({ mock }) => mock.calls.length)).toEqual([1, 0])
    rerender(<ConnectionStatusView state="failed" reason="internal" onRetry={retry} onSignIn={signIn} />)
    expect(screen.getByRole('button')).toHaveTextContent('Try again')
  })
})

describe('bound', () => {
  const state = (): string | undefined => screen.getByTestId('link').dataset['state']

  test('away is said late, and what the return came to for a while', async () => {
    const { room } = await renderWithPresence(<ConnectionStatus data-testid="link" details />)
    expect(state()).toBe('connected')
    await room.drop()
    await room.advance(2000)
    expect(state()).toBe('connected')
    await room.advance(2000)
    expect(state()).toBe('reconnecting')
    await room.resume()
    await room.advance(100)
    // Between tabs each connection is a new session.
    expect(state()).toBe('resynced')
    await room.advance(4000)
    expect(state()).toBe('connected')
  })

  test('a first connection is not mentioned for a second', async () => {
    const { room } = await renderWithPresence(<ConnectionStatus data-testid="link" />, { connection: 'connecting' })
    expect(state()).toBe('idle')
    await room.advance(1_100)
    expect(state()).toBe('connecting')
    await room.resume()
    await room.advance(5_000)
    expect(state()).toBe('connected')
  })

  test('a network that was gone while the socket stood has cost nothing', async () => {
    const { room, page } = await renderWithPresence(<ConnectionStatus data-testid="link" />)
    page.goOffline()
    await room.advance(0)
    expect(state()).toBe('offline')
    page.goOnline()
    await room.advance(0)
    expect(state()).toBe('resumed')
  })

  test('who comes while it is away sees that it is, without a wait', async () => {
    const Late = ({ isThere }: { readonly isThere: boolean }) => isThere && <ConnectionStatus data-testid="link" />
    const page = await renderWithPresence(<Late isThere={false} />)
    await page.room.drop()
    await page.room.advance(60_000)
    page.rerender(<Late isThere />)
    expect(state()).toBe('reconnecting')
  })

  test('an app that ends its client has closed it', async () => {
    const { client, room } = await renderWithPresence(<ConnectionStatus data-testid="link" />)
    client.dispose()
    await room.advance(0)
    expect(state()).toBe('closed')
  })
})
