import { PresenceIndicatorView, TypingIndicatorView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactElement, useState } from 'react'

const people = [{ userId: 'bo', name: 'Bo Nyström' }]

/** The same in full, calm and no motion; starts again with each press. */
function Motions(): ReactElement {
  const [round, setRound] = useState(0)
  return (
    <div className="column">
      <button type="button" onClick={() => setRound(round + 1)}>
        Again
      </button>
      <table key={round}>
        <tbody>
          {(['full', 'calm', 'off'] as const).map((motion) => (
            <tr key={motion} data-motion={motion}>
              <th scope="row">
                <code>{motion}</code>
              </th>
              <td>
                <TypingIndicatorView people={people} />
              </td>
              <td>
                <PresenceIndicatorView status="online" pulse label="visible" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const meta = { title: 'Foundations/Motion', component: Motions, tags: ['!autodocs'] } satisfies Meta<typeof Motions>

export default meta
type Story = StoryObj<typeof meta>

export const Levels: Story = {}
