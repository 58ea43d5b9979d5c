import { en, formatLastSeen, LastSeenView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000
/** Saturday 21 November 2026, 16:30 in Berlin: stories know no other now. */
const NOW = Date.UTC(2026, 10, 21, 15, 30)

const meta = {
  title: 'Components/LastSeen',
  component: LastSeenView,
  args: {
    text: 'yesterday 23:30',
    dateTime: '2026-11-20T22:30:00.000Z',
    title: 'Friday 20 November 2026 at 23:30 CET',
  },
} satisfies Meta<typeof LastSeenView>

export default meta
type Story = StoryObj<typeof meta>

export const Playground: Story = {}
/** Nothing is known yet: a blank that keeps the place. */
export const Loading: Story = { args: { text: '', loading: true } }
/** Where the exact instant matters: a title on hover reaches neither keyboards nor screen readers. */
export const InFull: Story = { args: { detail: 'inline' } }

/** Tab shows it, Esc takes it away, and the focus stays. */
export const Tooltip: Story = {
  args: { detail: 'tooltip' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await expect(canvas.getByRole('tooltip')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect(canvas.queryByRole('tooltip')).not.toBeInTheDocument()
    await userEvent.tab({ shift: true })
    await userEvent.tab()
    await expect(canvas.getByRole('tooltip')).toBeVisible()
  },
}

const wordings = [
  { variant: 'auto' },
  { variant: 'relative' },
  { variant: 'compact' },
  { variant: 'absolute' },
  { precision: 'hour' },
  { precision: 'day' },
  { precision: 'approximate' },
] as const

/** The same instants in every variant and precision. */
export const Variants: Story = {
  render: () => (
    <table>
      <tbody>
        {wordings.map((wording) => (
          <tr key={JSON.stringify(wording)}>
            <th scope="row">{Object.values(wording)}</th>
            {[5 * MINUTE, 3 * HOUR, 17 * HOUR, 3 * DAY, 40 * DAY].map((ago) => (
              <td key={ago}>
                <LastSeenView
                  {...formatLastSeen(NOW - ago, {
                    now: NOW,
                    locale: 'en-GB',
                    timeZone: 'Europe/Berlin',
                    strings: en,
                    ...wording,
                  })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ),
}

const rows: readonly (readonly [string, number])[] = [
  ['under a minute', MINUTE - 1],
  ['a minute', MINUTE],
  ['just before the next', 2 * MINUTE - 1],
  ['under an hour', HOUR - 1],
  ['the same day', 15 * HOUR],
  ['six hours across midnight', 17 * HOUR],
  ['a weekday', 3 * DAY],
  ['six days', 6 * DAY],
  ['this year', 40 * DAY],
  ['another year', 400 * DAY],
  ['a clock that runs ahead', -30_000],
  ['a stamp from the future', -2 * HOUR],
]

/** Every row of the rules; turn the locale and the time zone in the toolbar. */
export const Rules: Story = {
  render: (_, { globals }) => (
    <table>
      <tbody>
        {rows.map(([label, ago]) => {
          const format = {
            now: NOW,
            locale: String(globals['locale']),
            timeZone: String(globals['timeZone']),
            strings: en,
          }
          return (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <LastSeenView {...formatLastSeen(NOW - ago, format)} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  ),
}

const locales = ['en-GB', 'en-US', 'de', 'fr', 'es', 'pt-BR', 'pl', 'ja', 'zh-CN', 'ar', 'he', 'tr', 'hi'] as const

export const Languages: Story = {
  render: () => (
    <table>
      <tbody>
        {locales.map((locale) => (
          <tr key={locale} lang={locale}>
            <th scope="row">{locale}</th>
            {[5 * MINUTE, 3 * HOUR, 17 * HOUR, 3 * DAY, 400 * DAY].map((ago) => (
              <td key={ago}>
                <LastSeenView
                  {...formatLastSeen(NOW - ago, { now: NOW, locale, timeZone: 'Europe/Berlin', strings: en })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ),
}

/** For people who keep the instant to themselves: only a bucket leaves the server. */
export const Approximate: Story = {
  render: () => (
    <div className="column">
      {(['recently', 'within-week', 'within-month', 'long-ago'] as const).map((bucket) => (
        <LastSeenView
          key={bucket}
          {...formatLastSeen({ bucket }, { now: NOW, locale: 'en-GB', timeZone: 'UTC', strings: en, form: 'sentence' })}
        />
      ))}
    </div>
  ),
}

export const Dark: Story = { ...Rules, globals: { theme: 'dark' } }
