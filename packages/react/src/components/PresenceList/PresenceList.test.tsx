import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { PresenceListView } from './PresenceListView.tsx'
import { PresenceRowView } from './PresenceRowView.tsx'

test('a row says name and status in words; its picture is decoration', () => {
  render(
    <PresenceListView>
      <PresenceRowView userId="bo" name="Bo Nyström" status="away" />
    </PresenceListView>,
  )
  const list = screen.getByRole('list', { name: 'People' })
  const row = within(list).getByRole('listitem')
  expect(row).toHaveTextContent('Bo Nyström')
  expect(row).toHaveTextContent('Away')
  expect(row).toHaveAttribute('data-status', 'away')
  expect(within(row).queryByRole('img')).not.toBeInTheDocument()
})

test('oneself and several tabs are told', () => {
  render(
    <PresenceListView>
      <PresenceRowView userId="ada" name="Ada" status="online" self sessions={2} />
    </PresenceListView>,
  )
  expect(screen.getByText('you')).toBeInTheDocument()
  expect(screen.getByText('2 sessions')).toBeInTheDocument()
  expect(screen.getByRole('listitem')).toHaveAttribute('data-self', '')
})

test('somebody of whom nothing is known is unknown, not offline', () => {
  render(
    <PresenceListView>
      <PresenceRowView userId="bo" name="Bo" />
    </PresenceListView>,
  )
  expect(screen.getByRole('listitem')).toHaveAttribute('data-status', 'unknown')
  expect(screen.getByText('Unknown')).toBeInTheDocument()
})

test('empty is a friendly word; loading is neither empty nor people', () => {
  const { container, rerender } = render(<PresenceListView>{false}</PresenceListView>)
  expect(screen.getByText('Nobody else is here yet')).toBeInTheDocument()
  rerender(<PresenceListView loading />)
  expect(screen.getByRole('list', { name: 'Loading people' })).toHaveAttribute('aria-busy', 'true')
  expect(container.querySelectorAll('[data-slot="skeleton"]')).toHaveLength(6)
  expect(screen.queryByText('Nobody else is here yet')).not.toBeInTheDocument()
})
