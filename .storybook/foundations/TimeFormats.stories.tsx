import { formatLastSeen, en } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'

const NOW = Date.UTC(2026, 2, 18, 12)
const AGES_MIN = [0, 0.9, 1, 59, 60, 60 * 11, 60 * 12, 60 * 24, 60 * 47, 60 * 24 * 6, 60 * 24 * 8, 60 * 24 * 400]

interface TimeFormatsProps {
  readonly locale: string
  readonly timeZone: string
}

/** What is told of an instant by its age, as the toolbar's locale and zone have it. */
function TimeFormats({ locale, timeZone }: TimeFormatsProps): ReactElement {
  return (
    <table>
      <caption>At {new Date(NOW).toISOString()}</caption>
      <thead>
        <tr>
          {['Instant', 'Text', 'In full', 'Changes at'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {AGES_MIN.map((age) => {
          const at = NOW - age * 60_000
          const { text, title, nextChangeAt } = formatLastSeen(at, { now: NOW, locale, timeZone, strings: en })
          return (
            <tr key={age}>
              <th scope="row">{new Date(at).toISOString()}</th>
              <td>{text}</td>
              <td>{title}</td>
              <td>{nextChangeAt === null ? 'never' : new Date(nextChangeAt).toISOString()}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const meta = {
  title: 'Foundations/Time formats',
  component: TimeFormats,
  args: { locale: 'en-GB', timeZone: 'UTC' },
  render: (_, { globals }) => <TimeFormats locale={globals['locale']} timeZone={globals['timeZone']} />,
} satisfies Meta<typeof TimeFormats>

export default meta
type Story = StoryObj<typeof meta>

export const Rules: Story = {}
export const Arabic: Story = { globals: { locale: 'ar', direction: 'rtl', timeZone: 'Asia/Kolkata' } }
