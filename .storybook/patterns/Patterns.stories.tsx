import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { bo } from '../live/visitors.ts'
import { ChatHeader } from './ChatHeader.tsx'
import { DocumentHeader } from './DocumentHeader.tsx'
import { InvisibleMode } from './InvisibleMode.tsx'
import { LockedRecord } from './LockedRecord.tsx'
import { ManySessions } from './ManySessions.tsx'
import { MobileBar } from './MobileBar.tsx'
import { PatternStage, type PatternStageProps } from './PatternStage.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PresentForm } from './PresentForm.tsx'
import { PrivacyBuckets } from './PrivacyBuckets.tsx'
import { SidebarRoster } from './SidebarRoster.tsx'
import './patterns.css'

/** Whole pieces of an app. Ada’s screen shows one, Bo’s is a room to act in; the code below is what runs. */
const meta = {
  title: 'Patterns/Live',
  component: PatternStage,
  argTypes: { Pattern: { control: false }, code: { control: false }, guests: { control: false } },
} satisfies Meta<typeof PatternStage>

export default meta
type Story = StoryObj<typeof meta>

const PATIENCE = { timeout: 10_000 }
const files = import.meta.glob<string>(['./*.tsx', '!./*.stories.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
function of(file: string, args: Omit<PatternStageProps, 'code'>) {
  const code = files[`./${file}.tsx`] ?? ''
  return { args: { ...args, code }, parameters: { docs: { source: { code, language: 'tsx' } } } }
}
const screenOf = async (canvasElement: HTMLElement, person: string) =>
  within(await within(canvasElement).findByRole('region', { name: `Screen of ${person}` }, PATIENCE))
const screens = async (canvasElement: HTMLElement) => ({
  ada: await screenOf(canvasElement, 'Ada Lovelace'),
  bo: await screenOf(canvasElement, 'Bo Nyström'),
})

/** The status beside the name, and since when. */
export const Chat: Story = {
  name: 'Chat header',
  ...of('ChatHeader', { Pattern: ChatHeader }),
  play: async ({ canvasElement }) => {
    const { ada, bo: bos } = await screens(canvasElement)
    await ada.findByRole('img', { name: 'Online' }, PATIENCE)
    await userEvent.type(bos.getByLabelText('Message'), 'Hello')
    await ada.findByText('Bo Nyström', { selector: '[data-slot="typing-indicator"] bdi' }, PATIENCE)
  },
}
export const Document: Story = { name: 'Document header', ...of('DocumentHeader', { Pattern: DocumentHeader }) }

export const FormWithFieldPresence: Story = {
  name: 'Form with field presence',
  ...of('PresentForm', { Pattern: PresentForm, mirrored: true }),
}
export const TableOfPeople: Story = { name: 'Table of people', ...of('PeopleTable', { Pattern: PeopleTable }) }
export const Sidebar: Story = {
  name: 'Sidebar roster',
  ...of('SidebarRoster', { Pattern: SidebarRoster }),
  globals: { people: '5' },
}
export const MobileBottomBar: Story = { name: 'Mobile bottom bar', ...of('MobileBar', { Pattern: MobileBar }) }

export const Locked: Story = {
  name: 'Locked record',
  ...of('LockedRecord', { Pattern: LockedRecord, mirrored: true }),
  play: async ({ canvasElement }) => {
    const { ada, bo: bos } = await screens(canvasElement)
    await userEvent.click(bos.getByLabelText('Record'))
    await ada.findByText(/Bo Nyström/, {}, PATIENCE)
    await expect(ada.getByLabelText('Record')).toHaveAttribute('readonly')
    await expect(ada.getByLabelText('Record')).toBeEnabled()
  },
}

export const Invisible: Story = {
  name: 'Invisible mode',
  ...of('InvisibleMode', { Pattern: InvisibleMode }),
  play: async ({ canvasElement }) => {
    const { ada, bo: bos } = await screens(canvasElement)
    await bos.findByRole('img', { name: 'Ada Lovelace, online' }, PATIENCE)
    ada.getByRole('button', { name: /^My status/ }).focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await ada.findByRole('menuitemradio', { name: /invisible/i }, PATIENCE))
    await bos.findByText(/^Last seen/, {}, PATIENCE)
    await ada.findByRole('button', { name: /invisible/i }, PATIENCE)
  },
}
export const Buckets: Story = { name: 'Privacy buckets', ...of('PrivacyBuckets', { Pattern: PrivacyBuckets }) }

export const MultiSessionPerson: Story = {
  name: 'Multi-session person',
  ...of('ManySessions', { Pattern: ManySessions, guests: [bo, bo] }),
  play: async ({ canvasElement }) => {
    const { ada } = await screens(canvasElement)
    await ada.findByText('Bo has 2 tabs open', {}, PATIENCE)
    await expect(ada.getAllByRole('img', { name: /^Bo Nyström/ })).toHaveLength(1)
  },
}
