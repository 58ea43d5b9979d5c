import { formatLastSeen } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { stringsOf } from '../page/stringsOf.ts'

const NOW = Date.UTC(2026, 2, 18, 12)
const AGES_MIN = [0, 0.9, 1, 59, 60, 60 * 11, 60 * 12, 60 * 24, 60 * 47, 60 * 24 * 6, 60 * 24 * 8, 60 * 24 * 400]

interface TimeFormatsProps {
  readonly locale: string
  readonly timeZone: string
}

/** What is told of an instant by its age, as the toolbar's locale and zone have it. */
function TimeFormats({ locale, timeZone }: TimeFormatsProps): ReactElement {
  const strings = stringsOf(locale)
  return (
    <table lang={locale}>
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
          const { text, title, nextChangeAt } = formatLastSeen(at, { now: NOW, locale, timeZone, strings })
          return (
            <tr key={age}>
              <th scope="row" className="number">
                {new Date(at).toISOString().slice(0, 16)}
              </th>
              <td>{text}</td>
              <td>{title}</td>
              <td className="number">{nextChangeAt === null ? 'never' : new Date(nextChangeAt).toISOString()}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const meta = {
  title: 'Foundations/Typography & time formats',
  component: TimeFormats,
  tags: ['!autodocs'],
  args: { locale: 'en-GB', timeZone: 'UTC' },
  render: (_, { globals }) => <TimeFormats locale={globals['locale']} timeZone={globals['timeZone']} />,
} satisfies Meta<typeof TimeFormats>

export default meta
type Story = StoryObj<typeof meta>

export const Rules: Story = {}
export const Arabic: Story = { globals: { locale: 'ar', timeZone: 'Asia/Kolkata' } }

const samples = [
  { use: 'Page title', font: '600 15px/20px' },
  { use: 'Body', font: '400 14px/20px' },
  { use: 'Beside the body', font: '400 12.5px/18px' },
] as const

/** Three sizes, and figures that do not jump. */
export const Type: Story = {
  render: () => (
    <div className="column">
      {samples.map(({ use, font }) => (
        <p key={use} style={{ margin: 0, font: `${font} var(--rc-font)` }}>
          {use}: Ada Lovelace was here 5 minutes ago
        </p>
      ))}
      <p className="number" style={{ margin: 0 }}>
        11:11 · 20:48 · 1,111 · 2,048
      </p>
    </div>
  ),
}
