import {
  useConnection,
  useCursors,
  useFieldPresence,
  useLastSeen,
  useMember,
  useMyStatus,
  useOthers,
  usePresence,
  useTyping,
} from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentType, type ReactElement, useRef, useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { createWorld } from '../live/createWorld.ts'
import { Room } from '../live/Room.tsx'
import { Screen } from '../live/Screen.tsx'
import { ada, bo } from '../live/visitors.ts'
import { RenderCount } from './RenderCount.tsx'

/** Ada’s screen is the hook, with how often it rendered; Bo’s is a room to act in. */
function Live({ Hook }: { readonly Hook: ComponentType }): ReactElement {
  const [world] = useState(createWorld)
  return (
    <div className="screens">
      <Screen world={world} visitor={ada}>
        <RenderCount>
          <Hook />
        </RenderCount>
      </Screen>
      <Screen world={world} visitor={bo}>
        <Room />
      </Screen>
    </div>
  )
}

const meta = { title: 'Hooks/Live', component: Live } satisfies Meta<typeof Live>

export default meta
type Story = StoryObj<typeof meta>

function Presence(): ReactElement {
  const { status, members } = usePresence()
  return <p>{`${status}: ${members.map(({ userId }) => userId).join(', ')}`}</p>
}
export const UsePresence: Story = { args: { Hook: Presence } }

function Count(): ReactElement {
  return <p>{useOthers((others) => others.length)} others</p>
}
/** Renders when the number changes, and for nothing else: not when Bo types, nor for his status. */
export const UseOthers: Story = {
  args: { Hook: Count },
  play: async ({ canvas }) => {
    const adas = within(await canvas.findByRole('region', { name: 'Screen of Ada Lovelace' }, { timeout: 5000 }))
    const bos = within(await canvas.findByRole('region', { name: 'Screen of Bo Nyström' }, { timeout: 5000 }))
    await adas.findByText('1 others', {}, { timeout: 5000 })
    await bos.findByRole('img', { name: 'Ada Lovelace, online' }, { timeout: 5000 })
    const before = adas.getByRole('status').textContent
    await userEvent.type(bos.getByLabelText('Message'), 'Hello')
    await userEvent.selectOptions(bos.getByLabelText('My status'), 'busy')
    await bos.findByRole('img', { name: /busy/ }, { timeout: 5000 })
    await expect(adas.getByRole('status')).toHaveTextContent(before ?? '')
  },
}

function Bo(): ReactElement {
  return <p>Bo is {useMember('bo', (member) => member?.status ?? 'not here')}</p>
}
export const UseMember: Story = { args: { Hook: Bo } }

function Typing(): ReactElement {
  const { typers, inputProps } = useTyping()
  return (
    <label>
      {typers.length} typing <input {...inputProps} />
    </label>
  )
}
export const UseTyping: Story = { args: { Hook: Typing } }

function Pointers(): ReactElement {
  const place = useRef<HTMLParagraphElement>(null)
  const { subscribe } = useCursors()
  const [isOn, setOn] = useState(false)
  const begin = (): void => {
    setOn(true)
    subscribe(({ position }) => {
      if (place.current !== null) place.current.textContent = JSON.stringify(position)
    })
  }
  return (
    <div className="column">
      <button type="button" disabled={isOn} onClick={begin}>
        Listen
      </button>
      <p ref={place}>Positions come by callback: nothing renders.</p>
    </div>
  )
}
export const UseCursors: Story = { args: { Hook: Pointers } }

function Field(): ReactElement {
  const { others, fieldProps, descriptionId } = useFieldPresence('title')
  return (
    <div className="column">
      <input aria-label="Title" {...fieldProps} />
      <p id={descriptionId}>{others.length} others at this field</p>
    </div>
  )
}
export const UseFieldPresence: Story = { args: { Hook: Field } }

function Link(): ReactElement {
  const { state, device } = useConnection()
  return <p>{`${state}, device ${device}`}</p>
}
export const UseConnection: Story = { args: { Hook: Link } }

function Mine(): ReactElement {
  const [status, setStatus] = useMyStatus()
  return (
    <button type="button" onClick={() => void setStatus(status === 'busy' ? 'auto' : 'busy')}>
      I am {status}
    </button>
  )
}
export const UseMyStatus: Story = { args: { Hook: Mine } }

function Seen(): ReactElement {
  const { text, dateTime } = useLastSeen('bo')
  return <time dateTime={dateTime}>{text}</time>
}
export const UseLastSeen: Story = { args: { Hook: Seen } }
