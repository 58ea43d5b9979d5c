import { defineStatuses } from '@rollcall/core'
import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givePopovers } from '../popover/popoversOfThePlatform.contract.ts'
import { StatusFormView } from './StatusFormView.tsx'
import { StatusMenuView, type StatusMenuViewProps } from './StatusMenuView.tsx'

let takePopovers = (): void => {}
beforeAll(() => {
  takePopovers = givePopovers()
})
afterAll(() => takePopovers())

const radio = (name: string | RegExp): HTMLElement => screen.getByRole('menuitemradio', { name })

function setup(props: Partial<StatusMenuViewProps> = {}) {
  const chosen: string[] = []
  const user = userEvent.setup()
  render(
    <>
      <button type="button">before</button>
      <StatusMenuView status="busy" onChoose={(status) => chosen.push(status)} {...props} />
      <button type="button">after</button>
    </>,
  )
  const button = screen.getByRole('button', { name: /^My status/ })
  button.focus()
  return { user, chosen, button }
}

const withForm: Partial<StatusMenuViewProps> = {
  form: (close) => <StatusFormView onSave={close} onClear={close} />,
}

describe('the button', () => {
  test('is named by the present status, and described by its words, its end and what came of the last choice', () => {
    const { button } = setup({ text: 'In a call', until: 'until 16:00', pending: 'waiting', refusal: 'too many' })
    expect(button).toHaveAccessibleName('My status: Busy')
    expect(button).toHaveAttribute('aria-haspopup', 'menu')
    expect(button).toHaveAttribute('aria-expanded', 'false')
    expect(button).toHaveAccessibleDescription(
      /^In a call · until 16:00\s*Will apply when back online\s*Status not changed: too many$/,
    )
    const root = button.parentElement
    expect(root).toHaveAttribute('data-pending', 'waiting')
    expect(root).toHaveAttribute('data-refused')
  })

  test('invisible is explained, in the menu and beside the button; the words that nobody sees are not shown', () => {
    const { button } = setup({ status: 'invisible', text: 'In a call' })
    expect(button).toHaveAccessibleName('My status: Invisible')
    expect(button).toHaveAccessibleDescription('Invisible – others see you offline')
  })

  test('what may be chosen is built in and defined by the app; a list of its own replaces it', async () => {
    const statuses = defineStatuses({ focusing: { label: 'Focusing' } })
    const { user, button } = setup({ statuses })
    await user.click(button)
    const names = screen.getAllByRole('menuitemradio').map((item) => item.textContent)
    expect(names).toEqual(['Automatic', 'Online', 'Away', 'Busy', 'Focusing', 'Invisible – others see you offline'])
  })
})

describe('by keyboard (APG menu button)', () => {
  test.each(['{Enter}', ' '])('%s opens it on what is chosen', async (key) => {
    const { user, button } = setup()
    await user.keyboard(key)
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(radio('Busy')).toHaveFocus()
    expect(radio('Busy')).toBeChecked()
    expect(screen.getAllByRole('menuitemradio', { checked: true })).toHaveLength(1)
  })

  test('what activity says bears its own mark', async () => {
    const { user } = setup({ status: 'online', chosen: 'auto' })
    await user.keyboard('{Enter}')
    expect(radio('Automatic')).toHaveFocus()
    expect(radio('Online')).not.toBeChecked()
  })

  test('a status that is none of the choices opens on the first', async () => {
    const { user } = setup({ status: 'gaming' })
    await user.keyboard('{Enter}')
    expect(radio('Automatic')).toHaveFocus()
    expect(screen.queryByRole('menuitemradio', { checked: true })).toBeNull()
  })

  test('Down opens on the first entry, Up on the last', async () => {
    const { user } = setup()
    await user.keyboard('{ArrowDown}')
    expect(radio('Automatic')).toHaveFocus()
    await user.keyboard('{Escape}{ArrowUp}')
    expect(radio(/Invisible/)).toHaveFocus()
  })

  test('arrows go around, Home and End to the ends, letters to what begins with them', async () => {
    const { user } = setup(withForm)
    await user.keyboard('{Enter}{ArrowUp}')
    expect(radio('Away')).toHaveFocus()
    await user.keyboard('{End}')
    expect(screen.getByRole('menuitem', { name: 'Write a status text…' })).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    expect(radio('Automatic')).toHaveFocus()
    await user.keyboard('inv')
    expect(radio(/Invisible/)).toHaveFocus()
    await user.keyboard('{Home}')
    expect(radio('Automatic')).toHaveFocus()
  })

  test('a pause begins another word', async () => {
    const { user } = setup()
    await user.keyboard('{Enter}')
    const press = (key: string, at: number): void => {
      const event = createEvent.keyDown(screen.getByRole('menu'), { key })
      Object.defineProperty(event, 'timeStamp', { value: at })
      fireEvent(screen.getByRole('menu'), event)
    }
    press('a', 1_000)
    expect(radio('Automatic')).toHaveFocus()
    press('w', 1_500)
    expect(radio('Away')).toHaveFocus()
    press('o', 2_001)
    expect(radio('Online')).toHaveFocus()
  })

  test('Enter and Space choose, close, and give the focus back', async () => {
    const { user, button, chosen } = setup()
    await user.keyboard('{Enter}{ArrowUp}{Enter}')
    expect(chosen).toEqual(['away'])
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button).toHaveFocus()
    await user.keyboard('{Enter}{Home} ')
    expect(chosen).toEqual(['away', 'auto'])
    expect(button).toHaveFocus()
  })

  test('Esc closes and chooses nothing; the focus is back at the button', async () => {
    const { user, button, chosen } = setup()
    await user.keyboard('{Enter}{ArrowDown}{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button).toHaveFocus()
    expect(button).toHaveAttribute('aria-expanded', 'false')
    expect(chosen).toEqual([])
  })

  test('Tab closes it and goes on from the button, in either direction', async () => {
    const { user } = setup()
    await user.keyboard('{Enter}')
    await user.tab()
    expect(screen.queryByRole('menu')).toBeNull()
    expect(screen.getByRole('button', { name: 'after' })).toHaveFocus()
    await user.tab({ shift: true })
    await user.keyboard('{Enter}')
    await user.tab({ shift: true })
    expect(screen.getByRole('button', { name: 'before' })).toHaveFocus()
  })

  test('who is in the menu keeps their place while the status changes from elsewhere', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<StatusMenuView status="busy" onChoose={() => {}} />)
    screen.getByRole('button').focus()
    await user.keyboard('{Enter}')
    rerender(<StatusMenuView status="away" onChoose={() => {}} />)
    expect(radio('Busy')).toHaveFocus()
    expect(radio('Away')).toBeChecked()
  })
})

describe('words beside the status', () => {
  test('they are written in a dialog beside the menu, never in it; Esc leads back to the button', async () => {
    const { user, button } = setup(withForm)
    await user.keyboard('{ArrowUp}{Enter}')
    expect(screen.queryByRole('menu')).toBeNull()
    const dialog = screen.getByRole('dialog', { name: 'What are you doing?' })
    expect(screen.getByRole('textbox', { name: 'What are you doing?' })).toHaveFocus()
    expect(dialog.closest('[role="menu"]')).toBeNull()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(button).toHaveFocus()
  })

  test('without a form there is no way to it', async () => {
    const { user } = setup()
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('menuitem')).toBeNull()
  })

  test('disabled, nothing opens', async () => {
    const { button } = setup({ disabled: true })
    expect(button).toBeDisabled()
    fireEvent.click(button)
    expect(screen.queryByRole('menu')).toBeNull()
  })
})
