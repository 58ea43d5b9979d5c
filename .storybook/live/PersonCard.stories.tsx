import { PersonCard, SessionList } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactElement, useState } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { createWorld } from './createWorld.ts'
import { Room } from './Room.tsx'
import { Screen } from './Screen.tsx'
import { ada, bo } from './visitors.ts'

/** Who Bo is to Ada, and Bo's own tabs, on one server in this page. */
function Cards(): ReactElement {
  const [world] = useState(() => createWorld())
  return (
    <div className="screens">
      <Screen world={world} visitor={ada}>
        <PersonCard userId="bo">Bo Nyström</PersonCard>
      </Screen>
      <Screen world={world} visitor={bo}>
        <SessionList onEnd={(sessionId) => world.server.hub.kick(sessionId)} />
      </Screen>
      <Screen world={world} visitor={bo} label="Second tab of Bo Nyström">
        <Room />
      </Screen>
    </div>
  )
}

const meta = { title: 'Live/Person card', component: Cards } satisfies Meta<typeof Cards>

export default meta
type Story = StoryObj<typeof meta>

const PATIENCE = { timeout: 5000 }

/** By focus; Esc takes it away and leaves the focus. Its sessions are told, and one is ended by the server. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const trigger = await canvas.findByRole('button', { name: 'Bo Nyström' }, PATIENCE)
    await canvas.findByRole('button', { name: /^End Session/ }, PATIENCE)
    await step('the card follows Bo, with both tabs', async () => {
      trigger.focus()
      const card = await canvas.findByRole('group', { name: 'Bo Nyström' })
      await expect(card).toBeVisible()
      await waitFor(() => expect(within(card).getAllByRole('listitem')).toHaveLength(2), PATIENCE)
    })
    await step('Bo ends his other tab', async () => {
      await userEvent.click(canvas.getByRole('button', { name: /^End Session/ }))
      await waitFor(() => expect(canvas.queryByRole('button', { name: /^End Session/ })).toBeNull(), PATIENCE)
    })
    await step('Esc', async () => {
      trigger.focus()
      await canvas.findByRole('group', { name: 'Bo Nyström' })
      await userEvent.keyboard('{Escape}')
      await expect(canvas.queryByRole('group', { name: 'Bo Nyström' })).toBeNull()
      await expect(trigger).toHaveFocus()
    })
  },
}
