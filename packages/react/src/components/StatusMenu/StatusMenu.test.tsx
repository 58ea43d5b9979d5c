/** The menu over the server itself, in this process: what it sets is what the other one sees. */
import { channel, createMemoryNetwork, createPresenceClient, memory } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { PresenceProvider } from '../../context/PresenceProvider.tsx'
import type { RegisteredClient } from '../../context/register.ts'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'
import { givePopovers } from '../popover/popoversOfThePlatform.contract.ts'
import { StatusMenu, type StatusMenuProps } from './StatusMenu.tsx'

let takePopovers = (): void => {}
beforeAll(() => {
  takePopovers = givePopovers()
})
afterAll(() => takePopovers())
const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

/** Wednesday 18 March 2026, 13:12 UTC by the server. */
const NOW = Date.UTC(2026, 2, 18, 13, 12)
const HOUR = 3_600_000
const REFUSAL = 'unable to take the frame; too many of them'

interface WorldOptions {
  /** How far the device's wall clock is ahead of the server's, ms. */
  readonly ahead?: number
  /** Every change of status is refused while it says so. */
  readonly refuses?: () => boolean
}

/** Ada at the page, Bo who follows her. */
async function setup(props: StatusMenuProps = {}, { ahead = 0, refuses = () => false }: WorldOptions = {}) {
  const clock = createTestClock({ wall: NOW })
  const server = createLocalServer({ clock, random: createTestRandom(99) })
  endings.push(() => server.dispose())
  const open = () => {
    const line = server.open()
    const listeners: ((text: string) => void)[] = []
    return {
      ...line,
      onText: (listener: (text: string) => void) => {
        listeners.push(listener)
        line.onText(listener)
      },
      send: (text: string) => {
        const frame: { readonly t?: unknown; readonly n?: unknown } = JSON.parse(text)
        if (frame.t !== 'statusUpdate' || !refuses()) return line.send(text)
        const error = { t: 'error', n: frame.n, code: 'rate_limited', message: REFUSAL }
        for (const listener of listeners) listener(JSON.stringify(error))
      },
    }
  }
  const join = (id: string, device: typeof clock): RegisteredClient => {
    const environment = createTestEnvironment({ clock: device, random: createTestRandom(id.length) })
    const user = { id, info: {} }
    const client = createPresenceClient({ transport: channel({ open }), user, environment, awayAfter: null })
    endings.push(() => client.dispose())
    return client
  }
  const device = { ...clock, wall: () => clock.wall() + ahead }
  const ada = join('ada', device)
  const seen = join('bo', clock).follow(['ada'])
  endings.push(seen.subscribe(() => {}))
  const settle = (ms = 0): Promise<void> => act(() => clock.advanceAsync(ms))
  await settle(1_000)
  const renders = createRenderCounts()
  render(
    <PresenceProvider client={ada} locale="en-GB" timeZone="UTC">
      <renders.Probe id="menu">
        <StatusMenu {...props} />
      </renders.Probe>
    </PresenceProvider>,
  )
  await settle()
  const user = userEvent.setup()
  const button = (): HTMLElement => screen.getByRole('button', { name: /^My status/ })
  const press = async (keys: string): Promise<void> => {
    button().focus()
    await user.keyboard(keys)
    await settle()
  }
  const write = async (text: string, end?: string | RegExp): Promise<void> => {
    await press('{ArrowUp}{Enter}')
    const input = screen.getByRole('textbox')
    await user.clear(input)
    if (text !== '') await user.type(input, text)
    if (end !== undefined)
      await user.selectOptions(screen.getByRole('combobox'), screen.getByRole('option', { name: end }))
    await user.type(input, '{Enter}')
    await settle()
  }
  const atBo = () => seen.getCurrent().get('ada')
  return { clock, server, settle, renders, user, button, press, write, atBo, openTab: () => join('ada', device) }
}

const spoken = (): string => document.querySelector('[role="status"]')?.textContent ?? ''

describe('what is chosen', () => {
  test('is what the other one sees; invisible is offline for them', async () => {
    const { button, press, atBo } = await setup()
    expect(button()).toHaveAccessibleName('My status: Online')
    await press('{Enter}bu{Enter}')
    expect(button()).toHaveAccessibleName('My status: Busy')
    expect(button()).toHaveFocus()
    expect(atBo()?.status).toBe('busy')
    await press('{Enter}inv{Enter}')
    expect(button()).toHaveAccessibleName('My status: Invisible')
    expect(atBo()?.status).toBe('offline')
    await press('{Enter}{Home}{Enter}')
    expect(atBo()?.status).toBe('online')
  })

  test('has its mark; what activity says has that of automatic', async () => {
    const { press } = await setup()
    await press('{Enter}')
    expect(screen.getByRole('menuitemradio', { name: 'Automatic' })).toBeChecked()
    await press('{Escape}{Enter}on{Enter}{Enter}')
    expect(screen.getByRole('menuitemradio', { name: 'Online' })).toBeChecked()
  })
})

test('what I choose in another tab shows here, with its words and their end', async () => {
  const { openTab, settle, button, press } = await setup()
  const other = openTab()
  await settle(1_000)
  void other.setStatus('busy', { text: 'At the dentist', expiresAt: NOW + 20 * HOUR })
  await settle()
  expect(button()).toHaveAccessibleName('My status: Busy')
  expect(button()).toHaveAccessibleDescription('At the dentist · until Thursday 9:12')
  await settle(11 * HOUR)
  expect(button()).toHaveAccessibleDescription('At the dentist · until 9:12')
  await press('{Enter}{Home}{Enter}')
  expect(other.self.getCurrent()).toMatchObject({ status: 'online', isStatusChosen: false })
})

test('a server renders it with the status that it knows; hydrating agrees', async () => {
  const client = createPresenceClient({
    transport: memory(createMemoryNetwork()),
    user: { id: 'ada', info: {} },
  })
  endings.push(() => client.dispose())
  const page = (
    <PresenceProvider client={client} locale="en-GB" timeZone="UTC">
      <StatusMenu />
    </PresenceProvider>
  )
  const complaints = vi.spyOn(console, 'error')
  const container = document.createElement('div')
  container.innerHTML = renderToString(page)
  expect(container.innerHTML).toContain('My status: Online')
  const root = await act(async () => hydrateRoot(container, page))
  expect(complaints).not.toHaveBeenCalled()
  complaints.mockRestore()
  act(() => root.unmount())
})

describe('words and their end', () => {
  test('are seen by the other one, and go when the end comes', async () => {
    const { button, write, atBo, settle } = await setup()
    await write('In a call', '1 hour · until 14:12')
    expect(atBo()).toMatchObject({ status: 'online', statusText: 'In a call' })
    expect(button()).toHaveAccessibleDescription('In a call · until 14:12')
    await settle(HOUR - 1_000)
    expect(button()).toHaveAccessibleDescription('In a call · until 14:12')
    await settle(1_000)
    expect(button()).toHaveAccessibleDescription('')
    expect(atBo()).not.toHaveProperty('statusText')
  })

  test('the end is one of the server’s clock, however wrong the device’s', async () => {
    const { button, write, clock, atBo, settle } = await setup({}, { ahead: 5 * HOUR })
    await write('Lunch', /^30 minutes/)
    expect(button()).toHaveAccessibleDescription('Lunch · until 13:42')
    await settle(29 * 60_000)
    expect(atBo()).toMatchObject({ statusText: 'Lunch' })
    await settle(2 * 60_000)
    expect(atBo()).not.toHaveProperty('statusText')
    expect(clock.wall()).toBeLessThan(NOW + HOUR)
  })

  test('stay with another status, and are gone with automatic', async () => {
    const { press, write, atBo, button } = await setup()
    await write('Focus', 'Until 16:00')
    await press('{Enter}bu{Enter}')
    expect(atBo()).toMatchObject({ status: 'busy', statusText: 'Focus' })
    expect(button()).toHaveAccessibleDescription('Focus · until 16:00')
    await press('{Enter}{Home}{Enter}')
    expect(atBo()).toMatchObject({ status: 'online' })
    expect(button()).toHaveAccessibleDescription('')
  })

  test('the form begins with them, their end among its choices; clearing ends all of it', async () => {
    const { press, write, atBo, user, settle } = await setup()
    await press('{Enter}bu{Enter}')
    await write('Focus', /^30 minutes/)
    await settle(60_000)
    await press('{ArrowUp}{Enter}')
    expect(screen.getByRole('textbox')).toHaveValue('Focus')
    expect(screen.getByRole('combobox')).toHaveDisplayValue('Until 13:42')
    await user.click(screen.getByRole('button', { name: 'Clear status' }))
    await settle()
    expect(atBo()?.status).toBe('online')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('an app may offer other ends, or none of it', async () => {
    const { press } = await setup({ expiries: [600_000] })
    await press('{ArrowUp}{Enter}')
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['10 minutes · until 13:22'])
  })

  test('not writable, there is no way to them', async () => {
    const { press } = await setup({ writable: false })
    await press('{Enter}')
    expect(screen.queryByRole('menuitem')).toBeNull()
  })
})

describe('while the link is down', () => {
  test('a choice shows at once, waits and says so, and goes out when the link is back', async () => {
    const { server, button, press, atBo, settle } = await setup()
    server.goDown()
    await settle(5_000)
    await press('{Enter}bu{Enter}')
    expect(button()).toHaveAccessibleName('My status: Busy')
    expect(button()).toHaveAccessibleDescription('Will apply when back online')
    expect(button().parentElement).toHaveAttribute('data-pending', 'waiting')
    expect(spoken()).toContain('Will apply when back online')
    expect(atBo()?.status).not.toBe('busy')
    server.comeUp()
    await settle(60_000)
    expect(button()).toHaveAccessibleDescription('')
    expect(button().parentElement).not.toHaveAttribute('data-pending')
    expect(atBo()?.status).toBe('busy')
  })

  test('of several choices the last goes out', async () => {
    const { server, press, atBo, settle, button } = await setup()
    server.goDown()
    await settle(5_000)
    await press('{Enter}bu{Enter}')
    await press('{Enter}aw{Enter}')
    server.comeUp()
    await settle(60_000)
    expect(atBo()?.status).toBe('away')
    expect(button().parentElement).not.toHaveAttribute('data-pending')
  })
})

describe('what is refused', () => {
  test('is told with its reason and spoken; the last good one stays, and the next choice takes the words away', async () => {
    let isRefusing = false
    const refused: unknown[] = []
    const world = await setup({ onRefused: (error) => refused.push(error) }, { refuses: () => isRefusing })
    const { button, press, atBo } = world
    await press('{Enter}bu{Enter}')
    isRefusing = true
    await press('{Enter}inv{Enter}')
    expect(button()).toHaveAccessibleName('My status: Busy')
    expect(button()).toHaveAccessibleDescription(`Status not changed: ${REFUSAL}`)
    expect(button().parentElement).toHaveAttribute('data-refused')
    expect(spoken()).toContain(`Status not changed: ${REFUSAL}`)
    expect(refused).toEqual([expect.objectContaining({ code: 'rate_limited' })])
    expect(atBo()?.status).toBe('busy')
    isRefusing = false
    await press('{Enter}aw{Enter}')
    expect(button()).toHaveAccessibleDescription('')
    expect(atBo()?.status).toBe('away')
  })

  test('words are not lost with it: the form begins with them', async () => {
    let isRefusing = true
    const { write, press, button } = await setup({}, { refuses: () => isRefusing })
    await write('A long story')
    expect(button()).toHaveAccessibleDescription(/Status not changed/)
    await press('{ArrowUp}{Enter}')
    expect(screen.getByRole('textbox')).toHaveValue('A long story')
    isRefusing = false
    await write('A long story')
    expect(button()).toHaveAccessibleDescription('A long story')
  })

  test('a choice that nobody can make is refused like one that the server will not have', async () => {
    const { press, button } = await setup({ choices: ['offline'] })
    await press('{Enter}off{Enter}')
    expect(button()).toHaveAccessibleName('My status: Online')
    expect(button()).toHaveAccessibleDescription(/Status not changed: .*"offline" cannot be chosen/)
  })
})

test('closed, nothing ticks; open, the ends follow the clock', async () => {
  const { renders, settle, press } = await setup()
  renders.reset()
  for (let minute = 0; minute < 10; minute += 1) await settle(60_000)
  expect(renders.of('menu')).toBe(0)
  await press('{ArrowUp}{Enter}')
  expect(screen.getByRole('option', { name: '30 minutes · until 13:52' })).toBeInTheDocument()
  await settle(60_000)
  expect(screen.getByRole('option', { name: '30 minutes · until 13:53' })).toBeInTheDocument()
})

test('between tabs, without a server, it sets my status as well', async () => {
  await renderWithPresence(<StatusMenu />, { self: 'ada' })
  const user = userEvent.setup()
  screen.getByRole('button', { name: 'My status: Online' }).focus()
  await user.keyboard('{Enter}inv{Enter}')
  expect(await screen.findByRole('button', { name: 'My status: Invisible' })).toBeInTheDocument()
})
