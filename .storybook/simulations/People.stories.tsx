import { AvatarStack, FieldPresence, LastSeen, TypingIndicator } from '@rollcall/react'
import { createTestClock, type TestClock } from '@rollcall/core/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactElement, useState } from 'react'
import { expect, fireEvent, userEvent, within } from 'storybook/test'
import { createWorld, type Visitor, type World } from '../live/createWorld.ts'
import { Message } from '../live/Room.tsx'
import { Screen } from '../live/Screen.tsx'
import { ada, bo } from '../live/visitors.ts'

interface PeopleProps {
  readonly screens: readonly { readonly visitor: Visitor; readonly label: string }[]
}

function Desk(): ReactElement {
  return (
    <div className="column">
      <AvatarStack />
      <label htmlFor="title">Title</label>
      <FieldPresence field="title" hint="visible">
        <input aria-label="Title" defaultValue="Q4 planning" />
      </FieldPresence>
      <div data-testid="composer">
        <Message />
        <TypingIndicator />
      </div>
    </div>
  )
}

/** Everybody at a screen of their own, each of which can be closed. */
function People({ screens, world }: PeopleProps & { readonly world: World }): ReactElement {
  const [closed, setClosed] = useState<readonly string[]>([])
  return (
    <div className="screens">
      {screens
        .filter(({ label }) => !closed.includes(label))
        .map(({ visitor, label }) => (
          <div key={label} className="column">
            <Screen {...{ world, visitor, label }} locale="en" timeZone="UTC">
              <Desk />
            </Screen>
            <button type="button" onClick={() => setClosed([...closed, label])}>
              {`Close ${label}`}
            </button>
          </div>
        ))}
    </div>
  )
}

const cy: Visitor = { id: 'cy', name: 'Cy Young' }
const NOON = Date.UTC(2026, 0, 1, 12)

const meta = {
  title: 'Simulations/People',
  args: { screens: [ada, bo].map((visitor) => ({ visitor, label: visitor.name })) },
  // Time stands still until told.
  loaders: [
    () => {
      const clock = createTestClock({ wall: NOON })
      return { world: createWorld(clock), clock }
    },
  ],
  render: (args, { loaded }) => <People {...args} world={loaded['world']} />,
} satisfies Meta<PeopleProps>

export default meta
type Story = StoryObj<PeopleProps>

interface Stage {
  at(label: string): ReturnType<typeof within>
  close(label: string): Promise<void>
  pass(ms: number): Promise<void>
}

async function stage(canvasElement: HTMLElement, loaded: Record<string, unknown>): Promise<Stage> {
  // What the loader above made; Storybook's own type of it is open.
  const { clock } = loaded as { clock: TestClock }
  const canvas = within(canvasElement)
  const pass = (ms: number): Promise<void> => clock.advanceAsync(ms)
  await canvas.findAllByRole('region')
  await pass(4_000)
  return {
    pass,
    at: (label) => within(canvas.getByRole('region', { name: label })),
    close: async (label) => {
      await userEvent.click(canvas.getByRole('button', { name: `Close ${label}` }))
      await pass(1_000)
    },
  }
}
const spoken = (): string =>
  [...document.querySelectorAll('[role="status"][data-slot="presence-announcer"]')]
    .map((one) => one.textContent)
    .join('')

/** Two type; a stop that is lost ends by itself; nothing below moves; it is said once, after two seconds. */
export const Typing: Story = {
  args: { screens: [ada, bo, cy].map((visitor) => ({ visitor, label: visitor.name })) },
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await stage(canvasElement, loaded)
    const composer = at(ada.name).getByTestId('composer')
    const before = composer.offsetHeight
    // Not by keyboard: there is one focus in this page, and leaving a field ends typing in it.
    for (const { name } of [bo, cy])
      await fireEvent.input(at(name).getByLabelText('Message'), { target: { value: 'H' } })
    await pass(500)
    await expect(composer).toHaveTextContent('Bo Nyström and Cy Young are typing…')
    await expect(spoken()).toBe('')
    await pass(1_500)
    await expect(spoken()).toContain('Bo Nyström and Cy Young are typing…')
    await expect(composer.offsetHeight).toBe(before)
    await pass(6_000)
    await expect(composer).not.toHaveTextContent('typing')
    await expect(composer.offsetHeight).toBe(before)
  },
}

/** One person in two tabs is one face; closing one of them changes nothing. */
export const TwoTabs: Story = {
  args: { screens: [ada, bo, bo].map((visitor, index) => ({ visitor, label: `${visitor.name} ${index}` })) },
  play: async ({ canvasElement, loaded }) => {
    const { at, close, pass } = await stage(canvasElement, loaded)
    const bos = (): readonly HTMLElement[] => at('Ada Lovelace 0').getAllByRole('img', { name: /^Bo Nyström, online/ })
    await expect(bos()).toHaveLength(1)
    await close('Bo Nyström 2')
    await pass(5_000)
    await expect(bos()).toHaveLength(1)
    await close('Bo Nyström 1')
    await pass(1_000)
    await expect(at('Ada Lovelace 0').queryByRole('img', { name: /^Bo Nyström, online/ })).toBeNull()
  },
}

/** Focus is being there, and leaving the field is leaving it. */
export const Field: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await stage(canvasElement, loaded)
    const title = at(ada.name).getByLabelText('Title', { selector: 'input' })
    await userEvent.click(at(bo.name).getByLabelText('Title', { selector: 'input' }))
    await pass(1_000)
    await expect(title).toHaveAccessibleDescription('Bo Nyström is editing this field')
    await userEvent.click(title)
    await expect(spoken()).toContain('Bo Nyström is editing this field')
    await pass(1_000)
    await expect(title).not.toHaveAccessibleDescription('Bo Nyström is editing this field')
  },
}

function Rows({ world }: { readonly world: World }): ReactElement {
  return (
    <Screen world={world} visitor={ada} locale="en" timeZone="UTC">
      <ul>
        {Array.from({ length: 500 }, (_, index) => (
          <li key={index}>
            <LastSeen value={NOON - index * 60_000} />
          </li>
        ))}
      </ul>
    </Screen>
  )
}

/** Every text changes at the millisecond at which it becomes wrong. */
export const LastSeenTicks: Story = {
  render: (_, { loaded }) => <Rows world={loaded['world']} />,
  play: async ({ canvasElement, loaded }) => {
    const { pass } = await stage(canvasElement, loaded)
    const row = (index: number): string => within(canvasElement).getAllByRole('listitem')[index]?.textContent ?? ''
    await expect(row(0)).toBe('just now')
    await pass(55_999)
    await expect(row(0)).toBe('just now')
    await pass(1)
    await expect(row(0)).toBe('1 minute ago')
    await expect(row(58)).toBe('59 minutes ago')
    await pass(60_000)
    await expect(row(58)).toBe('1 hour ago')
  },
}
