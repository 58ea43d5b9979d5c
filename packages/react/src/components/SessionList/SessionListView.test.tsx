import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { pl } from '../../strings/pl.ts'
import { SessionListView } from './SessionListView.tsx'
import type { SessionEntry } from './SessionRow.tsx'

const sessions: readonly SessionEntry[] = [
  { sessionId: 'a', status: 'online', self: true, name: 'Firefox on Linux', opened: 'Opened 5 minutes ago' },
  { sessionId: 'b', status: 'away', name: 'Phone', opened: 'Opened yesterday 9:00' },
  { sessionId: 'c', status: 'online', held: true },
]

test('each has a status, a name and since when; this page is told apart, and one that is away is awaited', () => {
  render(<SessionListView sessions={sessions} />)
  const rows = within(screen.getByRole('list', { name: 'Sessions' })).getAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([
    'This browserFirefox on Linux · Opened 5 minutes ago',
    'PhoneOpened yesterday 9:00',
    'Session 3Reconnecting…',
  ])
  expect(within(rows[1] ?? document.body).getByRole('img', { name: 'Away' })).toBeInTheDocument()
  expect(rows[0]).toHaveAttribute('data-self')
  expect(rows[2]).toHaveAttribute('data-held')
  expect(within(rows[2] ?? document.body).getByRole('img', { name: 'Online (connection lost)' })).toBeInTheDocument()
  expect(screen.queryByRole('button')).toBeNull()
})

test('every other session can be ended, by a button that names it', async () => {
  const ended: string[] = []
  render(<SessionListView sessions={sessions} onEnd={(sessionId) => ended.push(sessionId)} />)
  expect(screen.getAllByRole('button')).toHaveLength(2)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'End Phone' }))
  await user.click(screen.getByRole('button', { name: 'End Session 3' }))
  expect(ended).toEqual(['b', 'c'])
})

test('the buttons are one tab stop; a session that goes leaves the focus to its neighbour', async () => {
  const user = userEvent.setup()
  const view = (shown: readonly SessionEntry[]) => <SessionListView sessions={shown} onEnd={() => {}} />
  const { rerender } = render(view(sessions))
  await user.tab()
  expect(screen.getByRole('button', { name: 'End Phone' })).toHaveFocus()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('button', { name: 'End Session 3' })).toHaveFocus()
  rerender(view(sessions.slice(0, 2)))
  expect(screen.getByRole('button', { name: 'End Phone' })).toHaveFocus()
  await user.tab()
  expect(document.body).toHaveFocus()
})

test('none is told as such, in the language of the reader', () => {
  render(<SessionListView sessions={[]} strings={pl} />)
  expect(screen.getByRole('list', { name: 'Sesje' })).toHaveTextContent('0 sesji')
})
