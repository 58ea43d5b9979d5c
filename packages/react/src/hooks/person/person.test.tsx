import { act, screen } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { PresenceProvider, useLastSeen, useMyStatus } from '../../index.ts'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'

const NOW = Date.UTC(2026, 10, 21, 12)

test('useMyStatus: mine, also when the others do not see it', async () => {
  const Show = () => {
    const [status, setStatus] = useMyStatus()
    return <button onClick={() => void setStatus('invisible')}>{status}</button>
  }
  const { room } = await renderWithPresence(<Show />)
  expect(screen.getByRole('button')).toHaveTextContent('online')
  act(() => screen.getByRole('button').click())
  await room.advance(0)
  expect(screen.getByRole('button')).toHaveTextContent('invisible')
})

const Seen = ({ subject }: { readonly subject: string | number | Date | null }) => {
  const { text, title, dateTime } = useLastSeen(subject)
  return (
    <time dateTime={dateTime} title={title}>
      {text}
    </time>
  )
}

test('useLastSeen of an instant: words, the instant in full, and the machine’s form', async () => {
  await renderWithPresence(<Seen subject={NOW - 5 * 60_000} />, { now: NOW })
  const time = screen.getByText('5 minutes ago')
  expect(time).toHaveAttribute('datetime', '2026-11-21T11:55:00.000Z')
  expect(time.title).toContain('21')
})

test('useLastSeen: a Date is the same, null is nothing known', async () => {
  await renderWithPresence(
    <>
      <Seen subject={new Date(NOW - 3_600_000)} />
      <Seen subject={null} />
    </>,
    { now: NOW },
  )
  expect(screen.getByText('1 hour ago')).toBeInTheDocument()
  expect(screen.getByText('never')).toBeInTheDocument()
})

test('useLastSeen renders when its text changes, not when time passes', async () => {
  const renders = createRenderCounts()
  const { room } = await renderWithPresence(
    <renders.Probe id="seen">
      <Seen subject={NOW} />
    </renders.Probe>,
    { now: NOW },
  )
  renders.reset()
  await room.advance(59_000)
  expect(renders.of('seen')).toBe(0)
  await room.advance(1_000)
  expect(screen.getByText('1 minute ago')).toBeInTheDocument()
  for (let minute = 2; minute <= 10; minute += 1) await room.advance(60_000)
  expect(screen.getByText('10 minutes ago')).toBeInTheDocument()
  expect(renders.of('seen')).toBe(10)
})

test('500 of them need one timer, and none when they are gone', async () => {
  const { clock, rerender } = await renderWithPresence(<p>nobody</p>, { now: NOW })
  const before = clock.pending()
  rerender(
    <>
      {Array.from({ length: 500 }, (_, index) => (
        <Seen key={index} subject={NOW - index * 1_234} />
      ))}
    </>,
  )
  expect(clock.pending()).toBe(before + 1)
  rerender(<p>nobody</p>)
  expect(clock.pending()).toBe(before)
})

test('a hidden page sleeps, and looks again when it is shown', async () => {
  let hidden = false
  const visibility = vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
  const turn = (next: boolean): void => {
    hidden = next
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'))
    })
  }
  const { clock, rerender, room } = await renderWithPresence(<p>nobody</p>, { now: NOW })
  const before = clock.pending()
  rerender(<Seen subject={NOW} />)
  turn(true)
  expect(clock.pending()).toBe(before)
  await room.advance(300_000)
  expect(screen.getByText('just now')).toBeInTheDocument()
  const asleep = clock.pending()
  turn(false)
  expect(screen.getByText('5 minutes ago')).toBeInTheDocument()
  expect(clock.pending()).toBe(asleep + 1)
  visibility.mockRestore()
})

test('useLastSeen of somebody: their status while here, and the time since once they left', async () => {
  const { room } = await renderWithPresence(<Seen subject="bo" />, { members: ['bo'], now: NOW })
  expect(screen.getByText('Online')).toBeInTheDocument()
  await room.leave('bo')
  expect(screen.getByText('just now')).toBeInTheDocument()
  await room.advance(120_000)
  expect(screen.getByText('2 minutes ago')).toBeInTheDocument()
})

test('useLastSeen in another language and zone', async () => {
  const yesterday = NOW - 86_400_000
  await renderWithPresence(<Seen subject={yesterday} />, { now: NOW, locale: 'de', timeZone: 'Europe/Berlin' })
  expect(screen.getByText(/gestern 13:00/)).toBeInTheDocument()
})

test('a server names the instant in full; hydrating turns it relative without a mismatch', async () => {
  const { client } = await renderWithPresence(<p>page</p>, { now: NOW })
  const page = (
    <PresenceProvider client={client} locale="en" timeZone="UTC">
      <Seen subject={NOW - 60_000} />
    </PresenceProvider>
  )
  const container = document.createElement('div')
  container.innerHTML = renderToString(page)
  expect(container.textContent).toMatch(/Nov 21, 2026/)
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  const root = await act(async () => hydrateRoot(container, page))
  expect(container).toHaveTextContent('1 minute ago')
  expect(complaints).not.toHaveBeenCalled()
  complaints.mockRestore()
  act(() => root.unmount())
})
