import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { formatLastSeen } from '../../format/formatLastSeen.ts'
import { en } from '../../strings/en.ts'
import { renderWithPresence } from '../../testing/index.ts'
import { LastSeen } from './LastSeen.tsx'
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

describe('a tooltip', () => {
  test('is reached by Tab, described by, and taken away by Esc without moving the focus', async () => {
    const user = userEvent.setup()
    render(<LastSeenView {...words} detail="tooltip" />)
    const time = screen.getByText('5 minutes ago')
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
    await user.tab()
    expect(time).toHaveFocus()
    expect(screen.getByRole('tooltip')).toHaveTextContent(words.title ?? '')
    expect(time).toHaveAccessibleDescription(words.title ?? '')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
    expect(time).toHaveFocus()
  })

  test('comes with hover, stays under the pointer, and Esc takes it away though nothing has the focus', async () => {
    const user = userEvent.setup()
    render(<LastSeenView {...words} detail="tooltip" />)
    await user.hover(screen.getByText('5 minutes ago'))
    await user.hover(screen.getByRole('tooltip'))
    expect(screen.getByRole('tooltip')).toBeVisible()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
  })

  test('leaves the handlers of the app in place', () => {
    const heard: string[] = []
    render(<LastSeenView {...words} detail="tooltip" onFocus={() => heard.push('focus')} />)
    fireEvent.focus(screen.getByText('5 minutes ago'))
    expect(heard).toEqual(['focus'])
    expect(screen.getByRole('tooltip')).toBeInTheDocument()
  })
})

describe('bound to the clock', () => {
  const NOW = Date.UTC(2026, 0, 1, 12)
  const HOUR = 3_600_000

  test('the provider may ask for the calendar, or for both', async () => {
    const provided = { now: NOW, locale: 'en-GB', timeDisplay: 'absolute' } as const
    await renderWithPresence(<LastSeen value={NOW - HOUR} />, provided)
    expect(screen.getByText('1 Jan 2026, 11:00')).toBeInTheDocument()
    cleanup()
    await renderWithPresence(<LastSeen value={NOW - HOUR} />, { ...provided, timeDisplay: 'both' })
    expect(screen.getByText('1 hour ago').textContent).toMatch(/^1 hour ago Thursday.* 1 January 2026.* 11:00/)
  })

  test('a hint needs no instant, whatever it says', async () => {
    await renderWithPresence(<LastSeen value={{ bucket: 'hidden' }} />)
    expect(screen.getByText('last seen hidden')).toHaveAttribute('data-bucket', 'never')
  })

  test('language, zone and hours may be the component’s own', async () => {
    const given = { value: NOW - 24 * HOUR, locale: 'de', timeZone: 'Asia/Kolkata' }
    await renderWithPresence(<LastSeen {...given} />, { now: NOW })
    expect(screen.getByText('gestern 17:30')).toBeInTheDocument()
  })

  test('frozen words follow no clock', async () => {
    const { room } = await renderWithPresence(<LastSeen value={NOW} live={false} data-testid="seen" />, {
      now: NOW,
    })
    await room.advance(2 * HOUR)
    expect(screen.getByTestId('seen')).toHaveTextContent('just now')
    expect(screen.getByTestId('seen')).not.toHaveAttribute('data-live')
  })

  test('an instant of the future is named, marked, and the developer is told once', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await renderWithPresence(
      <>
        <LastSeen value={NOW + 2 * HOUR} data-testid="seen" />
        <LastSeen value={NOW + 3 * HOUR} />
        <LastSeen value={NOW + HOUR} skewTolerance={2 * HOUR} data-testid="tolerated" />
      </>,
      { now: NOW },
    )
    expect(screen.getByTestId('seen')).toHaveAttribute('data-skewed')
    expect(screen.getByTestId('tolerated')).toHaveTextContent('just now')
    expect(said).toHaveBeenCalledTimes(1)
    said.mockRestore()
  })

  test('a status beside the instant says more than it', async () => {
    const seen = { value: NOW - 6 * 60_000, 'data-testid': 'seen' }
    const page = await renderWithPresence(<LastSeen {...seen} status="online" />, { now: NOW })
    expect(screen.getByTestId('seen')).toHaveTextContent('Online')
    page.rerender(<LastSeen {...seen} status="away" />)
    expect(screen.getByTestId('seen')).toHaveTextContent('Away · 6 minutes ago')
    page.rerender(<LastSeen {...seen} status="offline" />)
    expect(screen.getByTestId('seen').textContent).toBe('6 minutes ago')
  })

  test.each([
    ['label', 'Online'],
    ['now', 'just now'],
    ['hide', undefined],
  ] as const)('somebody who is here is told by %s as %s', async (whenOnline, text) => {
    await renderWithPresence(<LastSeen userId="bo" whenOnline={whenOnline} data-testid="seen" />, { members: ['bo'] })
    expect(screen.queryByTestId('seen')?.textContent).toBe(text)
  })

  test('before anything is known there is a blank, not a word that may be wrong', async () => {
    const { room } = await renderWithPresence(<LastSeen userId="nobody" data-testid="seen" />, {
      connection: 'connecting',
    })
    expect(screen.getByTestId('seen')).toHaveAttribute('data-loading', '')
    expect(screen.getByTestId('seen').textContent.trim()).toBe('')
    expect(screen.getByTestId('seen').textContent.length).toBeGreaterThan(5)
    await room.resume()
    await room.advance(5000)
    expect(screen.getByTestId('seen')).not.toHaveAttribute('data-loading')
    expect(screen.getByTestId('seen')).toHaveTextContent('never')
  })

  test('of a person, while our own link is long down: as of when', async () => {
    const { room } = await renderWithPresence(<LastSeen userId="bo" data-testid="seen" />, {
      now: NOW,
      members: ['bo'],
      locale: 'en-GB',
    })
    await room.drop()
    await room.advance(59_000)
    expect(screen.getByTestId('seen').textContent).toBe('Online')
    await room.advance(2_000)
    expect(screen.getByTestId('seen').textContent).toBe('Online as of 12:00')
    await room.resume()
    await room.advance(30_000)
    expect(screen.getByTestId('seen')).not.toHaveTextContent('as of')
  })

  test('the app may write it in its own way', () => {
    render(<LastSeenView {...words} format={({ text, bucket }) => <b>{`${bucket}: ${text}`}</b>} />)
    expect(screen.getByText('minutes: 5 minutes ago').tagName).toBe('B')
  })
})
