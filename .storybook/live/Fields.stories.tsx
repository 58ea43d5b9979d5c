import { FieldPresence, FieldPresenceDock, type FieldPresenceProps } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test'
import { Simulation } from '../simulations/Simulation.tsx'
import { stillWorld, takeStage } from '../simulations/stage.ts'
import { createWorld } from './createWorld.ts'
import { ada, bo } from './visitors.ts'

type Rules = Pick<FieldPresenceProps, 'mode' | 'variant' | 'placement' | 'max' | 'idleAfter' | 'releaseAfter'>

const FIELDS = {
  Title: <input aria-label="Title" defaultValue="Q4 planning" />,
  Summary: (
    <textarea
      aria-label="Summary"
      style={{ font: 'inherit' }}
      rows={2}
      defaultValue="What we want by the end of the year"
    />
  ),
  Status: (
    <select aria-label="Status">
      <option>Draft</option>
      <option>Published</option>
    </select>
  ),
  Public: <input aria-label="Public" type="checkbox" style={{ minBlockSize: 0 }} />,
} as const

function Form(rules: Rules): ReactElement {
  return (
    <form className="column form" onSubmit={(event) => event.preventDefault()}>
      {Object.entries(FIELDS).map(([name, field]) => (
        <div key={name} style={{ inlineSize: '100%' }}>
          <p className="caption">{name}</p>
          <FieldPresence {...rules} field={name.toLowerCase()}>
            {field}
          </FieldPresence>
        </div>
      ))}
      <button type="submit">Save</button>
    </form>
  )
}

function LongForm(): ReactElement {
  return (
    <FieldPresenceDock data-testid="dock" style={{ blockSize: 240, overflow: 'auto', inlineSize: '100%' }}>
      {Array.from({ length: 20 }, (_, index) => (
        <div key={index} style={{ padding: 12 }}>
          <FieldPresence field={`items.${index}.title`}>
            <input aria-label={`Item ${index + 1}`} />
          </FieldPresence>
        </div>
      ))}
    </FieldPresenceDock>
  )
}

/** One form on two people's screens, over one server in this page. */
const meta = {
  title: 'Live/Fields',
  args: { mode: 'inform', variant: 'all' },
  argTypes: {
    mode: { control: 'inline-radio', options: ['inform', 'soft-lock', 'hard-lock'] },
    variant: { control: 'inline-radio', options: ['ring', 'avatars', 'hint', 'all'] },
  },
  loaders: [stillWorld],
  render: (args, { loaded }) => (
    <Simulation world={loaded['world']}>
      <Form {...args} />
    </Simulation>
  ),
} satisfies Meta<Rules>

export default meta
type Story = StoryObj<Rules>

const ADA = `Screen of ${ada.name}`
const BO = `Screen of ${bo.name}`

/** Try it: the only one whose time runs by itself. */
export const Live: Story = { loaders: [() => ({ world: createWorld() })] }

/** A click on the page beside the fields is leaving the field. */
export const ClearsOnPageChrome: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    const bos = at(BO).getByLabelText('Title')
    await userEvent.click(at(ADA).getByLabelText('Title'))
    await pass(1_000)
    await expect(bos).toHaveAccessibleDescription('Ada Lovelace is editing this field')
    await expect(bos.parentElement).toHaveAttribute('data-ring')
    await userEvent.click(at(ADA).getByText('Summary'))
    await pass(1_000)
    await expect(bos).not.toHaveAccessibleDescription()
    await expect(bos.parentElement).not.toHaveAttribute('data-busy')
  },
}

/** Sent, the form is nobody's; the next key in it is being there again. */
export const ClearsOnSubmit: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    const bos = at(BO).getByLabelText('Title')
    await userEvent.type(at(ADA).getByLabelText('Title'), '!{Enter}')
    await pass(1_000)
    await expect(bos).not.toHaveAccessibleDescription()
    await userEvent.keyboard('?')
    await pass(1_000)
    await expect(bos).toHaveAccessibleDescription('Ada Lovelace is editing this field')
  },
}

/** Once Bo has been idle for a minute, Ada may take over; then it is hers, and Bo reads along. */
export const SoftLockTakeOver: Story = {
  args: { mode: 'soft-lock' },
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    const title = (name: string) => at(name).getByLabelText('Title')
    // Bo's focus is in a page of his own; here it is by event, since this page has but one.
    await fireEvent.focusIn(title(BO))
    await pass(1_000)
    await expect(title(ADA)).toHaveAccessibleDescription('Bo Nyström is editing; you can read along')
    await expect(at(ADA).queryByRole('button', { name: 'Take over' })).toBeNull()
    await pass(61_000)
    await userEvent.click(await at(ADA).findByRole('button', { name: 'Take over' }))
    await pass(1_000)
    await expect(title(ADA)).toHaveFocus()
    await expect(title(ADA)).not.toHaveAccessibleDescription()
    await expect(title(BO)).toHaveAccessibleDescription('Ada Lovelace is editing; you can read along')
  },
}

/** What cannot be read-only keeps its value, too, and says why. */
export const HardLock: Story = {
  args: { mode: 'hard-lock' },
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    for (const name of Object.keys(FIELDS)) {
      await fireEvent.focusIn(at(BO).getByLabelText(name))
      await pass(500)
      const field = at(ADA).getByLabelText<HTMLInputElement>(name)
      const before = [field.value, field.checked]
      await userEvent.click(field)
      await userEvent.keyboard('x {ArrowDown}')
      await expect([field.value, field.checked]).toEqual(before)
      await expect(field).toHaveAccessibleDescription('Bo Nyström is editing; you can read along')
      await fireEvent.focusOut(at(BO).getByLabelText(name))
      await pass(500)
    }
  },
}

/** Bo is out of view: the face at the edge leads there, by Enter as by a click. */
export const Dock: Story = {
  render: (_, { loaded }) => (
    <Simulation world={loaded['world']}>
      <LongForm />
    </Simulation>
  ),
  play: async ({ canvasElement, loaded }) => {
    const { at, pass } = await takeStage(canvasElement, loaded)
    await fireEvent.focusIn(at(BO).getByLabelText('Item 15'))
    await pass(1_000)
    const dock = at(ADA).getByTestId('dock')
    const before = dock.scrollHeight
    ;(await at(ADA).findByRole('button', { name: 'Go to Bo Nyström’s field' })).focus()
    await expect(dock.scrollHeight).toBe(before)
    await userEvent.keyboard('{Enter}')
    await expect(at(ADA).getByLabelText('Item 15')).toHaveFocus()
    await waitFor(() => expect(at(ADA).queryByRole('button', { name: /^Go to Bo/ })).toBeNull())
  },
}

export const RightToLeft: Story = { ...SoftLockTakeOver, globals: { direction: 'rtl' } }
export const Dark: Story = { ...ClearsOnPageChrome, globals: { theme: 'dark' } }
export const ForcedColours: Story = { ...ClearsOnPageChrome, globals: { theme: 'forced' } }
