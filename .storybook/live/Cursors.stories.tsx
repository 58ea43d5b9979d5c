import { LiveCursors } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Profiler, type ReactElement, useState } from 'react'
import { expect, fireEvent, waitFor, within } from 'storybook/test'
import { createWorld } from './createWorld.ts'
import { Screen } from './Screen.tsx'
import { ada, bo } from './visitors.ts'

function Cursors({ onRender }: { readonly onRender?: () => void }): ReactElement {
  const [world] = useState(createWorld)
  return (
    <div className="screens">
      {[ada, bo].map((visitor) => (
        <Screen key={visitor.id} world={world} visitor={visitor}>
          <Profiler id={visitor.id} onRender={() => onRender?.()}>
            <LiveCursors data-testid={`canvas of ${visitor.id}`} className="canvas">
              <p className="caption">Move your pointer here</p>
            </LiveCursors>
          </Profiler>
        </Screen>
      ))}
    </div>
  )
}

const meta = { title: 'Live/Cursors', component: Cursors } satisfies Meta<typeof Cursors>

export default meta
type Story = StoryObj<typeof meta>

let renders = 0

/** A pointer moves here and shows there, and React renders nothing for it. */
export const TwoPeople: Story = {
  args: { onRender: () => (renders += 1) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const bos = await canvas.findByTestId('canvas of bo', {}, { timeout: 5000 })
    const adas = await canvas.findByTestId('canvas of ada')
    const cursor = await waitFor(() => within(adas).getByText('Bo Nyström'), { timeout: 5000 })
    const { left, top, width, height } = bos.getBoundingClientRect()
    const moveTo = (x: number, y: number) =>
      fireEvent.pointerMove(bos, { clientX: left + width * x, clientY: top + height * y })
    await moveTo(0.2, 0.2)
    await waitFor(() => expect(cursor.parentElement).toHaveAttribute('data-shown'), { timeout: 5000 })
    renders = 0
    for (let step = 1; step <= 20; step += 1) await moveTo(0.2 + step / 40, 0.4)
    await waitFor(() => expect(cursor.parentElement?.style.translate).toBe('70cqw 40cqh'), { timeout: 5000 })
    await expect(renders).toBe(0)
  },
}
