import {
  AvatarStack,
  ConnectionStatus,
  FieldPresence,
  LastSeen,
  PresenceIndicator,
  PresenceList,
  StatusMenu,
  TypingIndicator,
  useFieldPresence,
  useMember,
  useOthersMapped,
} from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentType, type ReactElement, useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { createWorld, type Visitor } from '../live/createWorld.ts'
import { Message, Room } from '../live/Room.tsx'
import { Screen } from '../live/Screen.tsx'
import { ada, bo } from '../live/visitors.ts'

interface PatternProps {
  /** What Ada sees. */
  readonly Pattern: ComponentType
  /** Who else is there, each at a screen of their own; the same person twice is two tabs. */
  readonly others?: readonly Visitor[]
}

function Live({ Pattern, others = [bo] }: PatternProps): ReactElement {
  const [world] = useState(createWorld)
  return (
    <div className="screens">
      <Screen world={world} visitor={ada}>
        <Pattern />
      </Screen>
      {others.map((visitor, index) => (
        <Screen key={index} {...{ world, visitor }} label={`Screen ${index + 1} of ${visitor.name}`}>
          <Room />
        </Screen>
      ))}
    </div>
  )
}

const meta = { title: 'Patterns/Live', component: Live } satisfies Meta<typeof Live>

export default meta
type Story = StoryObj<typeof meta>
const PATIENCE = { timeout: 5000 }

const ChatHeaderPattern = (): ReactElement => (
  <div className="column">
    <div className="row">
      <PresenceIndicator userId="bo" />
      <strong>Bo Nyström</strong>
      <LastSeen userId="bo" sentence />
    </div>
    <Message />
    <TypingIndicator />
  </div>
)
/** The status beside the name, and since when; the typing line under the input, where nothing jumps. */
export const ChatHeader: Story = { args: { Pattern: ChatHeaderPattern } }

const DocumentHeaderPattern = (): ReactElement => (
  <div className="row">
    <strong>Q4 planning</strong>
    <AvatarStack max={3} />
    <ConnectionStatus hideWhenConnected />
  </div>
)
export const DocumentHeader: Story = { args: { Pattern: DocumentHeaderPattern } }

const FormPattern = (): ReactElement => (
  <form className="column">
    {['title', 'summary'].map((field) => (
      <FieldPresence key={field} field={field} hint="visible">
        <input aria-label={field} />
      </FieldPresence>
    ))}
  </form>
)
export const FormWithFieldPresence: Story = { args: { Pattern: FormPattern } }

function TablePattern(): ReactElement {
  const others = useOthersMapped((member) => member.status)
  return (
    <table>
      <caption>People</caption>
      <thead>
        <tr>
          {['Person', 'Status', 'Seen'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {others.map(([userId, status]) => (
          <tr key={userId}>
            <th scope="row">{userId}</th>
            <td>
              <PresenceIndicator userId={userId} /> {status}
            </td>
            <td>
              <LastSeen userId={userId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
export const TableOfPeople: Story = { args: { Pattern: TablePattern } }

const SidebarPattern = (): ReactElement => (
  <aside aria-label="People here">
    <PresenceList departed={5} />
  </aside>
)
export const SidebarRoster: Story = { args: { Pattern: SidebarPattern } }

function LockPattern(): ReactElement {
  const { isBusy, fieldProps, descriptionId } = useFieldPresence('record')
  return (
    <div className="column">
      <input aria-label="Record" readOnly={isBusy} aria-disabled={isBusy} defaultValue="Invoice 42" {...fieldProps} />
      <p id={descriptionId}>{isBusy ? 'Somebody is editing this record. You can read it.' : 'Nobody else is here.'}</p>
    </div>
  )
}
/** `readOnly`, never `disabled`: the value stays readable, and reachable. */
export const LockedRecord: Story = { args: { Pattern: LockPattern } }

const InvisiblePattern = (): ReactElement => <StatusMenu />
/** True to oneself, offline to everybody else. */
export const InvisibleMode: Story = {
  args: { Pattern: InvisiblePattern },
  play: async ({ canvas }) => {
    const bos = within(await canvas.findByRole('region', { name: 'Screen 1 of Bo Nyström' }, PATIENCE))
    await bos.findByRole('img', { name: 'Ada Lovelace, online' }, PATIENCE)
    const menu = await canvas.findByRole('button', { name: /^My status/ })
    menu.focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await canvas.findByRole('menuitemradio', { name: /invisible/i }, PATIENCE))
    await bos.findByText(/^Last seen/, {}, PATIENCE)
    await canvas.findByRole('button', { name: /invisible/i }, PATIENCE)
  },
}

function SessionsPattern(): ReactElement {
  const sessions = useMember('bo', (member) => member?.sessions.length ?? 0)
  return (
    <div className="row">
      <AvatarStack />
      <span>{`Bo has ${sessions} tabs open`}</span>
    </div>
  )
}
/** One face, however many tabs. */
export const MultiSessionPerson: Story = {
  args: { Pattern: SessionsPattern, others: [bo, bo] },
  play: async ({ canvas }) => {
    const adas = within(await canvas.findByRole('region', { name: 'Screen of Ada Lovelace' }, PATIENCE))
    await adas.findByText('Bo has 2 tabs open', {}, PATIENCE)
    await expect(adas.getAllByRole('img', { name: /^Bo Nyström/ })).toHaveLength(1)
  },
}
