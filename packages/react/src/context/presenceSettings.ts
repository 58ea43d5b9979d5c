'use client'
/** How an app wants presence to be written and moved, for every hook and component below a provider. */
import { createContext, type Context } from 'react'
import { en } from '../strings/en.ts'
import type { Strings } from '../strings/strings.ts'

export interface PresenceSettings {
  /** BCP 47 language tag. */
  readonly locale: string
  /** IANA zone. */
  readonly timeZone: string
  readonly strings: Strings
  /** Default: the locale's own. */
  readonly hourCycle: 'h12' | 'h23' | undefined
  /** How instants are told: as a span, by the calendar, or both; some people cannot bear the first. */
  readonly timeDisplay: 'relative' | 'absolute' | 'both'
  /** `calm`: nothing moves by itself, text still changes. `off`: nothing moves. The system's wish for less always counts too. */
  readonly motion: 'full' | 'calm' | 'off'
}

/** What `<PresenceProvider>` takes of it; all may be left out. */
export interface PresenceSettingsProps {
  /**
   * Default: the runtime's, where it is of the language of `strings`; on a server, and until its page is taken over, the
   * language of `strings`. Given, the same on both sides.
   */
  readonly locale?: string | undefined
  /** Default: the runtime's; on a server, and until its page is taken over, UTC. Given, the same on both sides. */
  readonly timeZone?: string | undefined
  /** A catalogue, or single messages that replace the English ones. */
  readonly strings?: Partial<Strings> | undefined
  readonly hourCycle?: PresenceSettings['hourCycle']
  readonly timeDisplay?: PresenceSettings['timeDisplay'] | undefined
  readonly motion?: PresenceSettings['motion'] | undefined
}

/** Where nobody is known to read: what a server and the page that takes over from it agree on without a word. */
const NOWHERE = { locale: 'und', timeZone: 'UTC' } as const

/**
 * Fills in what is left out, from the runtime only once it is the reader's (`hydrated`). A sentence in one language
 * around a date in another is nobody's wish, hence the rule for `locale`.
 */
export function resolveSettings(props: PresenceSettingsProps & { readonly hydrated: boolean }): PresenceSettings {
  const strings = props.strings === undefined ? en : { ...en, ...props.strings }
  const runtime = props.hydrated ? new Intl.DateTimeFormat().resolvedOptions() : NOWHERE
  const speaksIt = new Intl.Locale(runtime.locale).language === new Intl.Locale(strings.language).language
  return {
    locale: props.locale ?? (speaksIt ? runtime.locale : strings.language),
    timeZone: props.timeZone ?? runtime.timeZone,
    strings,
    hourCycle: props.hourCycle,
    timeDisplay: props.timeDisplay ?? 'relative',
    motion: props.motion ?? 'full',
  }
}

/** `undefined` outside of a provider: views work there too. */
export const SettingsContext: Context<PresenceSettings | undefined> = createContext<PresenceSettings | undefined>(
  undefined,
)
