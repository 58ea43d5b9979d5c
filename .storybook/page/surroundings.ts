/** What the toolbar says, as live stories take it: `Screen` hands it to the world and to the provider. */
import type { PresenceSettings } from '@rollcall/react'
import { createContext, type Context } from 'react'
import type { Weather } from '../live/createWorld.ts'
import { stringsOf } from './stringsOf.ts'

export interface Surroundings extends Weather, Pick<PresenceSettings, 'locale' | 'timeZone' | 'strings' | 'motion'> {
  readonly direction: 'ltr' | 'rtl'
}

const RTL_LANGUAGES = ['ar', 'he']

/** Reads the toolbar. The direction is the language's own, unless chosen. */
export function readSurroundings(globals: Readonly<Record<string, unknown>>): Surroundings {
  const locale = oneOf(globals['locale'], 'en-GB')
  const own = RTL_LANGUAGES.includes(locale) ? 'rtl' : 'ltr'
  const direction = oneOf<'auto' | 'ltr' | 'rtl'>(globals['direction'], 'auto')
  return {
    locale,
    strings: stringsOf(locale),
    timeZone: oneOf(globals['timeZone'], 'Europe/Berlin'),
    motion: oneOf<Surroundings['motion']>(globals['motion'], 'full'),
    direction: direction === 'auto' ? own : direction,
    clock: oneOf<Surroundings['clock']>(globals['clock'], 'live'),
    network: oneOf<Surroundings['network']>(globals['network'], 'good'),
    people: Number(globals['people'] ?? 0),
  }
}

// Storybook's own type of a global is open; what it may be is said in toolbar.ts, and nowhere else set.
function oneOf<T extends string>(value: unknown, otherwise: T): T {
  return typeof value === 'string' && value !== '' ? (value as T) : otherwise
}

export const SurroundingsContext: Context<Surroundings> = createContext(readSurroundings({}))
