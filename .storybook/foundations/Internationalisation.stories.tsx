import { formatLastSeen, LastSeenView, TypingIndicatorView } from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { catalogues, PSEUDO_LOCALE, stringsOf } from '../page/stringsOf.ts'

const NOW = Date.UTC(2026, 10, 21, 15, 30)
const people = ['Ada', 'Bo', 'Chidi', 'Dina'].map((name) => ({ userId: name, name }))

/** The same in every language that ships, and in the one that shows what was forgotten. */
function Catalogues(): ReactElement {
  return (
    <table>
      <tbody>
        {[...catalogues.map(({ language }) => language), PSEUDO_LOCALE].map((locale) => {
          const strings = stringsOf(locale)
          const format = { now: NOW, locale, timeZone: 'Europe/Berlin', strings, form: 'sentence' } as const
          const dir = ['ar', 'he'].includes(locale) ? 'rtl' : 'ltr'
          return (
            <tr key={locale}>
              <th scope="row">{locale}</th>
              <td lang={locale} dir={dir}>
                <LastSeenView {...formatLastSeen(NOW - 17 * 3_600_000, format)} />
              </td>
              <td lang={locale} dir={dir}>
                <TypingIndicatorView {...{ people, locale, strings }} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const meta = {
  title: 'Foundations/Internationalisation',
  component: Catalogues,
  tags: ['!autodocs'],
} satisfies Meta<typeof Catalogues>

export default meta
type Story = StoryObj<typeof meta>

export const AllCatalogues: Story = {}
