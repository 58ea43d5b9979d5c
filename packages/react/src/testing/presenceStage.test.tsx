import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ConnectionStatus, LastSeen, useOthers } from '../index.ts'
import { renderWithPresence } from './index.ts'

const Names = () => <p data-testid="names">{useOthers((others) => others.map(({ userId }) => userId).join(' '))}</p>

test('a network that flaps is nobody’s news', async () => {
  const states = new Set<string | undefined>()
  const { room, client } = await renderWithPresence(
    <>
      <ConnectionStatus data-testid="link" />
      <Names />
    </>,
    { members: ['bo'] },
  )
  let changes = 0
  client.connection.subscribe(() => {
    changes += 1
    states.add(screen.getByTestId('link').dataset['state'])
  })
  await room.flap(3)
  expect(changes).toBe(6)
  expect(states).toEqual(new Set(['connected']))
  await room.flap(2, 'bo')
  expect(screen.getByTestId('names')).toHaveTextContent('bo')
})

test('a clock that jumps takes the words of the page along', async () => {
  const now = Date.UTC(2026, 0, 1, 12)
  const { room } = await renderWithPresence(<LastSeen value={now} data-testid="seen" />, { now, members: ['bo'] })
  await room.skew(120_000, 'bo')
  await room.advance(1_000)
  expect(screen.getByTestId('seen')).toHaveTextContent('just now')
  await room.skew(120_000)
  await room.advance(60_000)
  expect(screen.getByTestId('seen')).toHaveTextContent('3 minutes ago')
})
