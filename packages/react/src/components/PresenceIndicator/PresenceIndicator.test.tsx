import { defineStatuses } from '@rollcall/core'
import { render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { describe, expect, test } from 'vitest'
import { en } from '../../strings/en.ts'
import { renderWithPresence } from '../../testing/index.ts'
import { PresenceIndicator } from './PresenceIndicator.tsx'
import { PresenceIndicatorView } from './PresenceIndicatorView.tsx'

describe('a status', () => {
  test.each([
    ['online', 'Online', 'disc', 'positive'],
    ['busy', 'Busy', 'square', 'negative'],
    ['away', 'Away', 'crescent', 'warning'],
    ['offline', 'Offline', 'ring', 'neutral'],
    ['invisible', 'Invisible', 'slashed-ring', 'neutral'],
  ])('%s has a name, a shape and a tone', (status, name, shape, tone) => {
    render(<PresenceIndicatorView status={status} />)
    const indicator = screen.getByRole('img', { name })
    expect(indicator).toHaveAttribute('data-status', status)
    expect(indicator).toHaveAttribute('data-shape', shape)
    expect(indicator).toHaveAttribute('data-tone', tone)
    expect(indicator.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
  })

  test('that is not known is unknown, and not offline', () => {
    render(<PresenceIndicatorView status={undefined} />)
    expect(screen.getByRole('img', { name: 'Unknown' })).toHaveAttribute('data-shape', 'broken-ring')
  })

  test('of tomorrow is unknown, and does not throw', () => {
    render(<PresenceIndicatorView status="__proto__" />)
    expect(screen.getByRole('img', { name: 'Unknown' })).toBeInTheDocument()
  })

  test('of the app is a diamond in the accent tone unless it says otherwise', () => {
    render(<PresenceIndicatorView status="focusing" statuses={defineStatuses({ focusing: { label: 'Focusing' } })} />)
    expect(screen.getByRole('img', { name: 'Focusing' })).toHaveAttribute('data-shape', 'diamond')
  })
})

describe('what else is known', () => {
  test('a status from before our link went down says so', () => {
    render(<PresenceIndicatorView status="away" stale={{ seconds: 12 }} />)
    expect(screen.getByRole('img', { name: 'Away (connection lost 12 s ago)' })).toHaveAttribute('data-stale', '')
  })

  test('invisible people read how others see them', () => {
    render(<PresenceIndicatorView status="invisible" self />)
    const indicator = screen.getByRole('img', { name: 'Invisible – others see you offline' })
    expect(indicator).toHaveAttribute('data-self', '')
    expect(indicator).toHaveAttribute('data-invisible', '')
  })

  test('several sessions are told on demand', () => {
    render(<PresenceIndicatorView status="online" sessions={2} />)
    expect(screen.getByRole('img')).toHaveAttribute('data-sessions', '2')
    expect(screen.getByTitle('2 sessions')).toBeInTheDocument()
  })

  test('one session is nothing to tell', () => {
    render(<PresenceIndicatorView status="online" sessions={1} />)
    expect(screen.getByRole('img')).not.toHaveAttribute('title')
  })

  test('only who is online pulses: an error never does', () => {
    const { rerender } = render(<PresenceIndicatorView status="online" pulse />)
    expect(screen.getByRole('img')).toHaveAttribute('data-pulse', '')
    rerender(<PresenceIndicatorView status="busy" pulse />)
    expect(screen.getByRole('img')).not.toHaveAttribute('data-pulse')
  })
})

describe('the label', () => {
  test('visible is text, once', () => {
    render(<PresenceIndicatorView status="busy" label="visible" />)
    expect(screen.getByText('Busy')).toBeInTheDocument()
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
  })

  test('none is decoration', () => {
    const { container } = render(<PresenceIndicatorView status="busy" label="none" />)
    expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true')
  })

  test('is in the language of the catalogue', () => {
    const strings = { ...en, statuses: { ...en.statuses, busy: 'Beschäftigt' } }
    render(<PresenceIndicatorView status="busy" strings={strings} />)
    expect(screen.getByRole('img', { name: 'Beschäftigt' })).toBeInTheDocument()
  })
})

describe('the root', () => {
  test('takes native props, a ref, and looks by state', () => {
    const ref = createRef<HTMLSpanElement>()
    render(
      <PresenceIndicatorView
        ref={ref}
        id="bo"
        data-testid="dot"
        status="away"
        className={({ tone }) => `is-${tone}`}
        style={({ shape }) => ({ order: shape === 'crescent' ? 1 : 2 })}
        size={20}
      />,
    )
    expect(ref.current).toBe(screen.getByTestId('dot'))
    expect(ref.current).toHaveClass('rc-presence-indicator', 'is-warning')
    expect(ref.current).toHaveAttribute('id', 'bo')
    expect(ref.current?.style.order).toBe('1')
    expect(ref.current?.style.getPropertyValue('--rc-status-size')).toBe('20px')
  })

  test('may be another element, which keeps its own props', () => {
    const ref = createRef<HTMLSpanElement>()
    render(<PresenceIndicatorView ref={ref} status="online" render={<b className="mine" title="theirs" />} />)
    expect(ref.current?.tagName).toBe('B')
    expect(ref.current).toHaveClass('rc-presence-indicator', 'mine')
    expect(ref.current).toHaveAttribute('title', 'theirs')
    expect(ref.current?.querySelector('svg')).toBeInTheDocument()
  })

  test('may be drawn by a function of its state', () => {
    render(
      <PresenceIndicatorView
        status="online"
        label="none"
        render={(props, { status }) => (
          <em {...props} data-testid="mine">
            {status}
          </em>
        )}
      />,
    )
    expect(screen.getByTestId('mine')).toHaveTextContent('online')
  })

  test('as a badge it lies beside what it is a badge of', () => {
    render(
      <PresenceIndicatorView status="online" anchor="top-start">
        <p>Ada</p>
      </PresenceIndicatorView>,
    )
    expect(screen.getByText('Ada').parentElement).toContainElement(screen.getByRole('img', { name: 'Online' }))
    expect(screen.getByRole('img')).toHaveAttribute('data-anchor', 'top-start')
  })
})

describe('of a person by id', () => {
  test('whoever nobody knows is unknown, not offline, before the picture is whole and after', async () => {
    const { room } = await renderWithPresence(<PresenceIndicator userId="nobody" />, { members: ['bo'] })
    expect(screen.getByRole('img', { name: 'Unknown' })).toHaveAttribute('data-status', 'unknown')
    await room.advance(5000)
    expect(screen.getByRole('img', { name: 'Unknown' })).toHaveAttribute('data-status', 'unknown')
  })

  test('the person at this page is told apart, and reads how others see them', async () => {
    const { client, room } = await renderWithPresence(
      <>
        <PresenceIndicator userId="self" data-testid="me" />
        <PresenceIndicator userId="bo" data-testid="bo" />
      </>,
      { members: ['bo'] },
    )
    expect(screen.getByTestId('bo')).not.toHaveAttribute('data-self')
    expect(screen.getByTestId('me')).toHaveAttribute('data-self', '')
    client.setStatus('invisible').catch(() => {})
    await room.advance(3000)
    expect(screen.getByTestId('me')).toHaveAccessibleName('Invisible – others see you offline')
  })

  test('two tabs are told, and a closed one is not', async () => {
    const { room } = await renderWithPresence(<PresenceIndicator userId="bo" />, { members: ['bo', 'bo'] })
    await room.advance(5000)
    expect(screen.getByRole('img')).toHaveAttribute('data-sessions', '2')
    expect(screen.getByRole('img')).toHaveAttribute('title', '2 sessions')
    await room.closeTab('bo')
    await room.advance(1000)
    expect(screen.getByRole('img')).not.toHaveAttribute('title')
  })
})
