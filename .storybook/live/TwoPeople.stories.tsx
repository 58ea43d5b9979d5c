import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactElement, useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { createWorld } from './createWorld.ts'
import { Room } from './Room.tsx'
import { Screen } from './Screen.tsx'
import { ada, bo } from './visitors.ts'

/** Two people, each with a client of their own, on one server in this page. */
function TwoPeople(): ReactElement {
  const [world] = useState(createWorld)
  const [boIsHere, setBoIsHere] = useState(true)
  return (
    <div className="column">
      <div className="screens">
        <Screen world={world} visitor={ada}>
          <Room />
        </Screen>
        {boIsHere && (
          <Screen world={world} visitor={bo}>
            <Room />
          </Screen>
        )}
      </div>
      <div className="row">
        <button type="button" onClick={() => setBoIsHere(!boIsHere)}>
          {boIsHere ? 'Close Bo’s tab' : 'Open Bo’s tab'}
        </button>
        <button type="button" onClick={() => world.server.cut('all')}>
          Cut every connection
        </button>
      </div>
    </div>
  )
}

const meta = { title: 'Live/Two people', component: TwoPeople } satisfies Meta<typeof TwoPeople>

export default meta
type Story = StoryObj<typeof meta>

const PATIENCE = { timeout: 5000 }

/** Everything below is said by one client, carried by the server, and read by the other. */
export const Meeting: Story = {
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement)
    const screenOf = async (name: string) => within(await canvas.findByRole('region', { name }, PATIENCE))
    const adas = await screenOf('Screen of Ada Lovelace')
    const bos = await screenOf('Screen of Bo Nyström')

    await step('both are seen by both', async () => {
      await adas.findByRole('img', { name: 'Bo Nyström, online' }, PATIENCE)
      await bos.findByRole('img', { name: 'Ada Lovelace, online' }, PATIENCE)
    })
    await step('typing shows at the other, and never at oneself', async () => {
      await userEvent.type(bos.getByLabelText('Message'), 'Hello')
      await adas.findByText('Bo Nyström', { selector: '[data-slot="typing-indicator"] bdi' }, PATIENCE)
      await expect(bos.queryByText('Bo Nyström', { selector: '[data-slot="typing-indicator"] bdi' })).toBeNull()
    })
    await step('a status is chosen here and read there', async () => {
      await userEvent.selectOptions(bos.getByLabelText('My status'), 'busy')
      await adas.findByRole('img', { name: 'Bo Nyström, busy' }, PATIENCE)
    })
    await step('invisible is offline for the other, and explained to oneself', async () => {
      await userEvent.selectOptions(bos.getByLabelText('My status'), 'invisible')
      await bos.findByText('Invisible – others see you offline', {}, PATIENCE)
      await adas.findByText(/^Last seen/, {}, PATIENCE)
    })
  },
}

export const Dark: Story = { globals: { theme: 'dark' } }
