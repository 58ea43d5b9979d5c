import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { expect, fireEvent, userEvent, within } from 'storybook/test'
import { HookStage } from './HookStage.tsx'
import { UseConnection } from './UseConnection.tsx'
import { UseCursors } from './UseCursors.tsx'
import { UseFieldPresence } from './UseFieldPresence.tsx'
import { UseLastSeen } from './UseLastSeen.tsx'
import { UseMember } from './UseMember.tsx'
import { UseMyStatus } from './UseMyStatus.tsx'
import { UseOthers } from './UseOthers.tsx'
import { UsePresence } from './UsePresence.tsx'
import { UseTyping } from './UseTyping.tsx'

/** Each hook over a live room, with its code and how often it rendered. Act on Bo’s screen, and watch the number. */
const meta = {
  title: 'Hooks/Live',
  component: HookStage,
  argTypes: { Hook: { control: false }, code: { control: false } },
} satisfies Meta<typeof HookStage>

export default meta
type Story = StoryObj<typeof meta>

const PATIENCE = { timeout: 10_000 }
const files = import.meta.glob<string>('./Use*.tsx', { query: '?raw', import: 'default', eager: true })
function of(file: string, Hook: ComponentType) {
  const code = files[`./${file}.tsx`] ?? ''
  return { args: { Hook, code }, parameters: { docs: { source: { code, language: 'tsx' } } } }
}

async function meet(canvasElement: HTMLElement) {
  const canvas = within(canvasElement)
  const screenOf = async (name: string) => within(await canvas.findByRole('region', { name }, PATIENCE))
  const ada = await screenOf('Screen of Ada Lovelace')
  const bo = await screenOf('Screen of Bo Nyström')
  await bo.findByRole('img', { name: 'Ada Lovelace, online' }, PATIENCE)
  return { ada, bo, canvas, renders: () => ada.getByRole('status').textContent }
}

export const Presence: Story = { name: 'usePresence', ...of('UsePresence', UsePresence) }

/** Renders when the number changes, and for nothing else: not when Bo types, nor for his status. */
export const Others: Story = {
  name: 'useOthers',
  ...of('UseOthers', UseOthers),
  play: async ({ canvasElement }) => {
    const { ada, bo, renders } = await meet(canvasElement)
    await ada.findByText('1 others', {}, PATIENCE)
    const before = renders()
    await expect(before).toMatch(/^Rendered \d+×$/)
    await userEvent.type(bo.getByLabelText('Message'), 'Hello')
    await userEvent.selectOptions(bo.getByLabelText('My status'), 'busy')
    await bo.findByRole('img', { name: /busy/ }, PATIENCE)
    await expect(renders()).toBe(before)
  },
}

export const Member: Story = {
  name: 'useMember',
  ...of('UseMember', UseMember),
  play: async ({ canvasElement }) => {
    const { ada, bo } = await meet(canvasElement)
    await userEvent.selectOptions(bo.getByLabelText('My status'), 'busy')
    await ada.findByText('Bo is busy', {}, PATIENCE)
  },
}

export const Typing: Story = {
  name: 'useTyping',
  ...of('UseTyping', UseTyping),
  play: async ({ canvasElement }) => {
    const { ada, bo } = await meet(canvasElement)
    await userEvent.type(bo.getByLabelText('Message'), 'Hello')
    await ada.findByText(/^1 typing/, {}, PATIENCE)
  },
}

/** Positions pass React by: they are written where they show. */
export const Cursors: Story = {
  name: 'useCursors',
  ...of('UseCursors', UseCursors),
  play: async ({ canvasElement }) => {
    const { ada, bo, renders } = await meet(canvasElement)
    const before = renders()
    await expect(before).toMatch(/^Rendered \d+×$/)
    const ground = bo.getByText('Move your pointer here')
    const { left, top } = ground.getBoundingClientRect()
    await fireEvent.pointerMove(ground, { clientX: left + 20, clientY: top + 20 })
    await ada.findByText(/^[[{]/, {}, PATIENCE)
    await expect(renders()).toBe(before)
  },
}

export const FieldPresence: Story = { name: 'useFieldPresence', ...of('UseFieldPresence', UseFieldPresence) }
export const Connection: Story = { name: 'useConnection', ...of('UseConnection', UseConnection) }
export const MyStatus: Story = {
  name: 'useMyStatus',
  ...of('UseMyStatus', UseMyStatus),
  play: async ({ canvasElement }) => {
    const { ada, bo } = await meet(canvasElement)
    await userEvent.click(ada.getByRole('button'))
    await bo.findByRole('img', { name: 'Ada Lovelace, busy' }, PATIENCE)
  },
}

/** Close Bo’s screen, then turn *Clock* to ×60: a minute a second. */
export const LastSeen: Story = {
  name: 'useLastSeen',
  ...of('UseLastSeen', UseLastSeen),
  play: async ({ canvasElement }) => {
    const { ada, canvas } = await meet(canvasElement)
    await ada.findByText('Online', { selector: 'time' }, PATIENCE)
    await userEvent.click(canvas.getByRole('button', { name: 'Close Screen of Bo Nyström' }))
    await ada.findByText('just now', { selector: 'time' }, PATIENCE)
  },
}
