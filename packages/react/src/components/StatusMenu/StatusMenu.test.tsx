import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderWithPresence } from '../../testing/index.ts'
import { StatusMenu } from './StatusMenu.tsx'
import { StatusMenuView } from './StatusMenuView.tsx'

// jsdom has no popovers: the menu is there, and cannot have the focus. Keys are tried in the story, in a browser.
const item = (name: string): HTMLElement => screen.getByRole('menuitemradio', { name, hidden: true })

test('the button tells the present status, and opens the menu by the platform', () => {
  render(<StatusMenuView status="busy" onChoose={() => {}} />)
  const button = screen.getByRole('button', { name: 'My status: Busy' })
  expect(button).toHaveAttribute('popovertarget', screen.getByRole('menu', { hidden: true }).id)
  expect(item('Busy')).toHaveAttribute('aria-checked', 'true')
  expect(item('Busy')).toHaveAttribute('autofocus')
  expect(item('Online')).toHaveAttribute('aria-checked', 'false')
})

test('a choice is told, and closes the menu', () => {
  const chosen: string[] = []
  render(<StatusMenuView status="online" onChoose={(status) => chosen.push(status)} />)
  fireEvent.click(item('Away'))
  fireEvent.click(screen.getByRole('menuitem', { name: 'Automatic', hidden: true }))
  expect(chosen).toEqual(['away', 'auto'])
  expect(item('Away')).toHaveAttribute('popovertargetaction', 'hide')
})

test('in a room it sets my status, and invisible is explained', async () => {
  await renderWithPresence(<StatusMenu />, { self: 'ada' })
  fireEvent.click(item('Invisible – others see you offline'))
  expect(await screen.findByRole('button', { name: 'My status: Invisible' })).toBeInTheDocument()
})
