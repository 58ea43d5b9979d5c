/** A form on two people's screens, over the server itself: who came first holds a field. */
import { channel, createPresenceClient } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { PresenceProvider } from '../../context/PresenceProvider.tsx'
import { PresenceRoom } from '../../context/PresenceRoom.tsx'
import { personHue } from '../../format/personHue.ts'
import { announcements } from '../../testing/announcementLog.tsx'
import { renderWithPresence } from '../../testing/index.ts'
import { FieldPresence, type FieldPresenceProps } from './FieldPresence.tsx'

const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

const STEP_MS = 500

type Rules = Omit<FieldPresenceProps, 'field' | 'children'>

async function openForm(rules: Rules, people: readonly string[] = ['ada', 'bo']) {
  const clock = createTestClock({ wall: Date.UTC(2026, 0, 1) })
  const server = createLocalServer({ clock, random: createTestRandom(1) })
  const clients = people.map((id, index) =>
    createPresenceClient({
      transport: channel({ open: () => server.open() }),
      user: { id, info: { name: id } },
      environment: createTestEnvironment({ clock, random: createTestRandom(index + 2) }),
    }),
  )
  endings.push(() => clients.forEach((client) => client.dispose()))
  render(
    <>
      {clients.map((client, index) => (
        <PresenceProvider key={index} client={client} locale="en" timeZone="UTC">
          <PresenceRoom id="doc">
            <section aria-label={`${people[index]} ${index}`}>
              <FieldPresence field="title" data-testid="field" {...rules}>
                <input defaultValue="Plan" />
              </FieldPresence>
            </section>
          </PresenceRoom>
        </PresenceProvider>
      ))}
    </>,
  )
  // React 18 renders when a step ends, and what is rendered sets the next timers.
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= STEP_MS) await act(() => clock.advanceAsync(Math.min(left, STEP_MS)))
  }
  await pass(1_000)
  const at = (index: number) => within(screen.getByRole('region', { name: `${people[index]} ${index}` }))
  const input = (index: number): HTMLElement => at(index).getByRole('textbox')
  return { at, input, pass, server, field: (index: number) => at(index).getByTestId('field') }
}
/** There is one focus in a page of ours, and each of them has a page of their own. */
const enter = (input: HTMLElement): void => void fireEvent.focus(input)

describe('a hard lock', () => {
  test('keeps out who comes later, and never who holds it', async () => {
    const { input, field, pass } = await openForm({ mode: 'hard-lock' })
    enter(input(1))
    await pass(1_000)
    expect(input(0)).toHaveAttribute('readonly')
    enter(input(0))
    await pass(1_000)
    expect(input(1)).not.toHaveAttribute('readonly')
    expect(field(1)).not.toHaveAttribute('data-busy')
    fireEvent.blur(input(1))
    await pass(1_000)
    expect(input(0)).not.toHaveAttribute('readonly')
  })

  test('is one’s and not the other’s when both come in the same instant (statamic/collaboration#13)', async () => {
    const { input, pass } = await openForm({ mode: 'hard-lock' })
    enter(input(1))
    enter(input(0))
    await pass(1_000)
    expect([0, 1].map((index) => input(index).hasAttribute('readonly'))).toEqual([false, true])
    // The one who was kept out is not there: nobody else hears of them.
    expect(input(0)).not.toHaveAccessibleDescription()
  })

  test('is the next one’s once the first has gone, if they have just done something', async () => {
    const { input, field, pass } = await openForm({ mode: 'hard-lock' }, ['ada', 'bo', 'cy'])
    enter(input(0))
    await pass(100)
    enter(input(1))
    await pass(100)
    fireEvent.blur(input(0))
    await pass(1_000)
    expect(input(1)).not.toHaveAttribute('readonly')
    expect(field(2)).toHaveAttribute('data-count', '1')
    expect(input(2)).toHaveAccessibleDescription('bo is editing; you can read along')
  })
})

describe('somebody idle', () => {
  test('can be taken over from: the focus goes to the field, and they are kept out when they are back', async () => {
    const taken: (readonly string[])[] = []
    const { at, input, field, pass } = await openForm({
      mode: 'hard-lock',
      idleAfter: 30_000,
      onTakeOver: (from) => taken.push(from),
    })
    enter(input(1))
    await pass(29_000)
    expect(at(0).queryByRole('button')).not.toBeInTheDocument()
    await pass(2_000)
    expect(field(0)).toHaveAttribute('data-idle')
    await userEvent.click(at(0).getByRole('button', { name: 'Take over' }))
    expect(taken).toEqual([['bo']])
    expect(input(0)).toHaveFocus()
    await pass(1_000)
    expect(field(0)).not.toHaveAttribute('data-busy')
    expect(input(1)).toHaveAttribute('readonly')
    expect(input(1)).toHaveAccessibleDescription('ada is editing; you can read along')
  })

  test('who is active again in time keeps it', async () => {
    const { at, input, pass } = await openForm({ mode: 'hard-lock', idleAfter: 30_000 })
    enter(input(1))
    await pass(25_000)
    fireEvent.keyDown(input(1), { key: 'a' })
    await pass(10_000)
    expect(at(0).queryByRole('button')).not.toBeInTheDocument()
    expect(input(0)).toHaveAttribute('readonly')
  })

  test('lets go by themselves after `releaseAfter` (statamic/cms#645)', async () => {
    const { input, field, pass } = await openForm({ mode: 'hard-lock', idleAfter: 30_000, releaseAfter: 60_000 })
    enter(input(1))
    await pass(89_000)
    expect(field(0)).toHaveAttribute('data-locked')
    await pass(2_000)
    expect(field(0)).not.toHaveAttribute('data-busy')
    expect(input(0)).not.toHaveAttribute('readonly')
  })

  test('gives a soft lock up to whoever comes', async () => {
    const { at, input, field, pass } = await openForm({ mode: 'soft-lock', idleAfter: 30_000 })
    enter(input(1))
    await pass(31_000)
    await userEvent.click(at(0).getByRole('button', { name: 'Take over' }))
    await pass(1_000)
    expect(field(0)).not.toHaveAttribute('data-locked')
    expect(field(1)).toHaveAttribute('data-locked')
    expect(input(1)).not.toHaveAttribute('readonly')
  })
})

test('of two people at a field the ring is the first one’s, on every screen', async () => {
  const { input, field, pass } = await openForm({ variant: 'all' }, ['ada', 'bo', 'cy'])
  enter(input(2))
  await pass(1_000)
  enter(input(1))
  await pass(1_000)
  expect(input(0)).toHaveAccessibleDescription('cy and bo are editing this field')
  expect(field(0)).toHaveAttribute('data-hue', String(personHue('cy')))
})

test('a person in two tabs is one, and idle only when both tabs are', async () => {
  const { input, field, pass } = await openForm({ mode: 'hard-lock', idleAfter: 30_000 }, ['ada', 'bo', 'bo'])
  enter(input(1))
  await pass(20_000)
  enter(input(2))
  await pass(1_000)
  expect(field(0)).toHaveAttribute('data-count', '1')
  expect(input(1)).not.toHaveAttribute('readonly')
  await pass(15_000)
  expect(field(0)).not.toHaveAttribute('data-idle')
  await pass(20_000)
  expect(field(0)).toHaveAttribute('data-idle')
  fireEvent.keyDown(input(1), { key: 'a' })
  await pass(1_000)
  expect(field(0)).not.toHaveAttribute('data-idle')
})

test('a lost link keeps the lock for as long as the server keeps a place, and dashes the ring', async () => {
  const { input, field, pass, server } = await openForm({ mode: 'hard-lock', idleAfter: 600_000 })
  enter(input(1))
  await pass(1_000)
  server.goDown()
  await pass(10_000)
  expect(field(0)).toHaveAttribute('data-stale')
  expect(input(0)).toHaveAttribute('readonly')
  await pass(55_000)
  expect(input(0)).not.toHaveAttribute('readonly')
  expect(field(0)).toHaveAttribute('data-busy')
})

describe('what `readOnly` does not keep', () => {
  const bosPlace = (field: string) => ({
    id: 'bo',
    presence: {
      locations: [{ type: 'document', documentId: 'room', path: [field], lastActiveAt: '2026-01-01T00:00:00Z' }],
    },
  })
  const renderLocked = (child: FieldPresenceProps['children']) =>
    renderWithPresence(
      <FieldPresence field="it" mode="hard-lock">
        {child}
      </FieldPresence>,
      { self: 'ada', members: [bosPlace('it')] },
    )
  const spoken = (): readonly string[] =>
    announcements().flatMap(({ text }) => (text.includes('read along') ? [text] : []))

  test('a box stays as it is, whoever listens, and says why once', async () => {
    const heard: string[] = []
    await renderLocked(<input type="checkbox" defaultChecked onChange={() => heard.push('change')} />)
    const box = screen.getByRole('checkbox')
    expect(box).toBeEnabled()
    expect(box).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(box)
    await userEvent.keyboard(' ')
    expect(box).toBeChecked()
    expect(box).toHaveFocus()
    expect(heard).toEqual([])
    expect(spoken()).toEqual(['bo is editing; you can read along'])
    act(() => box.blur())
    await userEvent.click(box)
    expect(spoken()).toHaveLength(2)
  })

  test('a list of choices stays as it is, and is put back where a device has its own way', async () => {
    const heard: string[] = []
    await renderLocked(
      <select defaultValue="draft" onChange={() => heard.push('change')}>
        <option value="draft">Draft</option>
        <option value="out">Out</option>
      </select>,
    )
    const list = screen.getByRole('combobox')
    expect(fireEvent.mouseDown(list)).toBe(false)
    expect(list).toHaveFocus()
    expect(fireEvent.keyDown(list, { key: 'ArrowDown' })).toBe(false)
    expect(fireEvent.keyDown(list, { key: 'Tab' })).toBe(true)
    fireEvent.change(list, { target: { value: 'out' } })
    expect(list).toHaveValue('draft')
    expect(heard).toEqual([])
    expect(spoken()).toHaveLength(1)
  })

  test('a slider stays as it is', async () => {
    const heard: string[] = []
    await renderLocked(<input type="range" defaultValue={5} max={10} onChange={() => heard.push('change')} />)
    const slider = screen.getByRole('slider')
    act(() => slider.focus())
    expect(fireEvent.keyDown(slider, { key: 'ArrowRight' })).toBe(false)
    fireEvent.input(slider, { target: { value: '7' } })
    expect(slider).toHaveValue('5')
    expect(heard).toEqual([])
  })

  test('a combobox is read and never opened; its caret may move', async () => {
    const heard: string[] = []
    await renderLocked(
      <input
        role="combobox"
        aria-expanded={false}
        aria-controls="list"
        defaultValue="Oslo"
        onKeyDown={({ key }) => heard.push(key)}
        onClick={() => heard.push('click')}
      />,
    )
    const box = screen.getByRole('combobox')
    await userEvent.click(box)
    for (const key of ['ArrowDown', 'Enter', 'x', 'ArrowLeft', 'Tab']) fireEvent.keyDown(box, { key })
    expect(box).toHaveFocus()
    expect(heard).toEqual(['ArrowLeft', 'Tab'])
    expect(box).toHaveValue('Oslo')
  })

  test('the app’s own handlers and shortcuts are heard as ever, and a label still leads to its text', async () => {
    const heard: string[] = []
    await renderWithPresence(
      <FieldPresence
        field="it"
        mode="hard-lock"
        onClickCapture={() => heard.push('click')}
        onKeyDown={({ key }) => heard.push(key)}
      >
        <div>
          <input type="checkbox" />
          <label htmlFor="note">Note</label>
          <input id="note" readOnly />
        </div>
      </FieldPresence>,
      { self: 'ada', members: [bosPlace('it')] },
    )
    await userEvent.click(screen.getByRole('checkbox'))
    fireEvent.keyDown(screen.getByRole('checkbox'), { key: 's', ctrlKey: true })
    expect(heard).toEqual(['click', 's'])
    expect(screen.getByRole('checkbox')).not.toBeChecked()
    await userEvent.click(screen.getByText('Note'))
    expect(screen.getByLabelText('Note')).toHaveFocus()
  })

  test('text is left to `readOnly`: every key arrives', async () => {
    const heard: string[] = []
    await renderLocked(<textarea defaultValue="Plan" onKeyDown={({ key }) => heard.push(key)} />)
    const text = screen.getByRole('textbox')
    for (const key of ['ArrowDown', 'c']) fireEvent.keyDown(text, { key })
    expect(text).toHaveAttribute('readonly')
    expect(heard).toEqual(['ArrowDown', 'c'])
  })

  test('is free once whoever holds it has been idle for long, though their page says nothing more', async () => {
    const { room } = await renderWithPresence(
      <FieldPresence field="it" mode="hard-lock" idleAfter={10_000} releaseAfter={10_000}>
        <input type="checkbox" />
      </FieldPresence>,
      { self: 'ada', members: [bosPlace('it')] },
    )
    await room.advance(18_000)
    await userEvent.click(screen.getByRole('checkbox'))
    expect(screen.getByRole('checkbox')).not.toBeChecked()
    await room.advance(3_000)
    await userEvent.click(screen.getByRole('checkbox'))
    expect(screen.getByRole('checkbox')).toBeChecked()
    expect(screen.getByRole('checkbox')).toHaveAccessibleDescription('bo is at this field, idle')
  })

  test('nothing is kept from what nobody holds', async () => {
    await renderWithPresence(
      <FieldPresence field="it" mode="hard-lock">
        <input type="checkbox" />
      </FieldPresence>,
      { self: 'ada', members: [bosPlace('other')] },
    )
    await userEvent.click(screen.getByRole('checkbox'))
    expect(screen.getByRole('checkbox')).toBeChecked()
  })
})
