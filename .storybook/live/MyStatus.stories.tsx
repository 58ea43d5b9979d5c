import { LastSeen, PresenceIndicator, PresenceList, StatusMenu } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactElement, useState } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { createWorld } from './createWorld.ts'
import { Screen } from './Screen.tsx'
import { ada, bo } from './visitors.ts'

/** Ada's menu beside what Bo sees of her, on one server in this page. */
function MyStatus(): ReactElement {
  const [world] = useState(() => createWorld())
  return (
    <div className="screens">
      <Screen world={world} visitor={ada}>
        <StatusMenu />
      </Screen>
      <Screen world={world} visitor={bo}>
        <div className="column">
          <span>
            <PresenceIndicator userId="ada" /> <LastSeen userId="ada" sentence />
          </span>
          <PresenceList departed={3} />
        </div>
      </Screen>
      <button type="button" onClick={() => world.setNetwork('ada', 'offline')}>
        Take Ada’s network
      </button>
      <button type="button" onClick={() => world.setNetwork('ada', 'good')}>
        Give it back
      </button>
    </div>
  )
}

const meta = { title: 'Live/My status', component: MyStatus } satisfies Meta<typeof MyStatus>

export default meta
type Story = StoryObj<typeof meta>

const PATIENCE = { timeout: 5000 }

/** By keyboard alone: what is chosen here is read there, and invisible is offline there. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const adas = within(await canvas.findByRole('region', { name: 'Screen of Ada Lovelace' }, PATIENCE))
    const bos = within(await canvas.findByRole('region', { name: 'Screen of Bo Nyström' }, PATIENCE))
    const button = await adas.findByRole('button', { name: 'My status: Online' }, PATIENCE)
    await bos.findByRole('img', { name: 'Online' }, PATIENCE)

    await step('busy, by its first letters', async () => {
      button.focus()
      await userEvent.keyboard('{Enter}bu{Enter}')
      await expect(button).toHaveAccessibleName('My status: Busy')
      await expect(button).toHaveFocus()
      await bos.findByRole('img', { name: 'Busy' }, PATIENCE)
    })
    await step('words and their end, in a dialog', async () => {
      await userEvent.keyboard('{ArrowUp}{Enter}')
      await waitFor(() => expect(adas.getByRole('textbox')).toHaveFocus())
      await userEvent.keyboard('In a call')
      await userEvent.selectOptions(adas.getByRole('combobox'), adas.getByRole('option', { name: /^1 hour/ }))
      await userEvent.click(adas.getByRole('button', { name: 'Save' }))
      await waitFor(() => expect(button).toHaveAccessibleDescription(/^In a call · until \d\d:\d\d$/))
      await expect(button).toHaveFocus()
      await bos.findByText('In a call', {}, PATIENCE)
    })
    await step('invisible is explained here, and is offline there', async () => {
      await userEvent.keyboard('{Enter}inv{Enter}')
      await expect(button).toHaveAccessibleName('My status: Invisible')
      await expect(button).toHaveAccessibleDescription(/Invisible – others see you offline/)
      await bos.findByRole('img', { name: 'Offline' }, PATIENCE)
      await bos.findAllByText(/^Last seen/, {}, PATIENCE)
    })
    await step('automatic is online again', async () => {
      await userEvent.keyboard('{Enter}{Home}{Enter}')
      await bos.findByRole('img', { name: 'Online' }, PATIENCE)
      await expect(button).toHaveAccessibleName('My status: Online')
    })
  },
}

/** Without a network the choice stands, says that it waits, and goes out later. */
export const WithoutNetwork: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const button = await canvas.findByRole('button', { name: 'My status: Online' }, PATIENCE)
    await canvas.findByRole('img', { name: 'Online' }, PATIENCE)
    await userEvent.click(canvas.getByRole('button', { name: 'Take Ada’s network' }))
    button.focus()
    await userEvent.keyboard('{Enter}bu{Enter}')
    await waitFor(() => expect(button).toHaveAccessibleDescription('Will apply when back online'), PATIENCE)
    await expect(canvas.queryByRole('img', { name: 'Busy' })).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Give it back' }))
    await canvas.findByRole('img', { name: 'Busy' }, PATIENCE)
    await waitFor(() => expect(button).toHaveAccessibleDescription(''), PATIENCE)
  },
}
