import type { Preview } from '@storybook/react-vite'
import { catalogues, PSEUDO_LOCALE } from './stringsOf.ts'

/** What can be chosen, by value; the first is where a story starts. */
type Choices = readonly (string | { readonly value: string; readonly title: string })[]

function choice(title: string, icon: 'time', items: Choices) {
  return { description: title, toolbar: { title, icon, dynamicTitle: true, items: [...items] } }
}

// Storybook's type of an icon's name is a union of hundreds that it does not export.
const icon = (name: string): 'time' => name as 'time'

/**
 * What the toolbar can turn. How a page looks (theme, direction, density, motion) holds for every story; words and zone
 * for every live one; clock, network and people for those with a server in them: Hooks, Patterns, Live, Simulations.
 */
export const toolbar: NonNullable<Preview['globalTypes']> = {
  theme: choice('Theme', icon('circlehollow'), [
    { value: 'light', title: 'Light' },
    { value: 'dark', title: 'Dark' },
    { value: 'forced', title: 'Forced colours (emulated)' },
    { value: 'contrast', title: 'More contrast (emulated)' },
  ]),
  direction: choice('Direction', icon('transfer'), [
    { value: 'auto', title: 'As the language' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  locale: choice('Locale', icon('globe'), [
    'en-GB',
    'en-US',
    ...catalogues.map(({ language }) => language).filter((language) => language !== 'en'),
    { value: PSEUDO_LOCALE, title: 'Pseudo' },
  ]),
  timeZone: choice('Time zone', icon('location'), [
    'Europe/Berlin',
    'UTC',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Apia',
  ]),
  clock: choice('Clock', icon('time'), [
    { value: 'live', title: 'Live' },
    { value: 'frozen', title: 'Frozen' },
    { value: 'x60', title: '×60' },
    { value: 'next-day', title: '+1 day' },
  ]),
  motion: choice('Motion', icon('play'), ['full', 'calm', 'off']),
  density: choice('Density', icon('component'), ['regular', 'compact', 'spacious']),
  network: choice('Ada’s network', icon('lightning'), ['good', 'slow', 'flaky', 'offline', 'server down']),
  people: choice('People', icon('users'), [
    { value: '0', title: 'Nobody else' },
    { value: '1', title: '1 more' },
    { value: '5', title: '5 more' },
    { value: '60', title: '60 more' },
    { value: '1000', title: '1000 more' },
  ]),
}

export const initialToolbar = {
  theme: 'light',
  direction: 'auto',
  locale: 'en-GB',
  timeZone: 'Europe/Berlin',
  clock: 'live',
  motion: 'full',
  density: 'regular',
  network: 'good',
  people: '0',
}
