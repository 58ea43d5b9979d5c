/** What is told of when somebody was last here. Pure; the present is an argument. */
import type { Status, StatusRegistry } from '@rollcall/core'
import type { PresenceSettings } from '../../context/presenceSettings.ts'
import type { PresencePerson } from '../../context/register.ts'
import { describeStatus } from '../../format/describeStatus.ts'
import { formatLastSeen } from '../../format/formatLastSeen.ts'
import type { LastSeenBucket, LastSeenFormat } from '../../format/lastSeenFormat.ts'
import type { Timely } from '../useNow.ts'

/** As much of a person as "last seen" needs. */
export interface LastSeenFacts {
  /** `undefined`: not known. */
  readonly status: Status | undefined
  readonly lastActiveAt: number | null
  readonly lastSeenAt: number | null
}

export interface LastSeenWords extends Timely {
  readonly text: string
  readonly bucket: LastSeenBucket | 'online'
  readonly title: string | undefined
  readonly dateTime: string | undefined
  readonly isSkewed: boolean
}

/** How it is told; what is left out is the provider's. */
export interface LastSeenWording
  extends
    Pick<LastSeenFormat, 'form' | 'variant' | 'precision' | 'skewTolerance' | 'hourCycle'>,
    Partial<Record<'locale' | 'timeZone', string | undefined>> {
  /** How the person of an instant is: who is here has a status in place of it, who is away is so since then. */
  readonly status?: Status | undefined
  /** Words that do not follow the clock: as of an instant (epoch ms), or as first read. */
  readonly frozen?: number | 'first' | undefined
}

const UNKNOWN_PERSON: LastSeenFacts = { status: undefined, lastActiveAt: null, lastSeenAt: null }

export function lastSeenFacts(person: PresencePerson | undefined): LastSeenFacts {
  return person ?? UNKNOWN_PERSON
}

export function sameFacts(a: LastSeenFacts, b: LastSeenFacts): boolean {
  return a.status === b.status && a.lastActiveAt === b.lastActiveAt && a.lastSeenAt === b.lastSeenAt
}

interface Context {
  readonly now: number
  readonly wording: LastSeenWording
  readonly settings: PresenceSettings
  readonly statuses: StatusRegistry
}

const isGone = (status: Status | undefined): boolean =>
  status === undefined || status === 'offline' || status === 'invisible'

/** Somebody who is here has a status instead of an instant, and somebody away the time of their last input. */
export function lastSeenWords(facts: LastSeenFacts, context: Context): LastSeenWords {
  const { settings, statuses, wording } = context
  const { strings } = settings
  const { frozen, status: _, ...asked } = wording
  const format: LastSeenFormat = {
    ...asked,
    now: typeof frozen === 'number' ? frozen : context.now,
    strings,
    variant: asked.variant ?? (settings.timeDisplay === 'absolute' ? 'absolute' : 'auto'),
    locale: asked.locale ?? settings.locale,
    timeZone: asked.timeZone ?? settings.timeZone,
    hourCycle: asked.hourCycle ?? settings.hourCycle,
  }
  const words = liveWords(facts, { statuses, format })
  return frozen === undefined ? words : { ...words, nextChangeAt: null }
}

function liveWords(
  facts: LastSeenFacts,
  { statuses, format }: { readonly statuses: StatusRegistry; readonly format: LastSeenFormat },
): LastSeenWords {
  const { strings } = format
  if (isGone(facts.status)) return plain(formatLastSeen(facts.lastSeenAt, format))
  if (facts.status === 'away' && facts.lastActiveAt !== null) {
    const since = formatLastSeen(facts.lastActiveAt, { ...format, form: 'inline' })
    return { ...plain(since), text: strings.awaySince({ when: since.text }) }
  }
  const { label } = describeStatus(facts.status, { statuses, strings })
  return { text: label, bucket: 'online', title: undefined, dateTime: undefined, nextChangeAt: null, isSkewed: false }
}

function plain(formatted: ReturnType<typeof formatLastSeen>): LastSeenWords {
  const { text, bucket, title, dateTime, nextChangeAt, isSkewed } = formatted
  return { text, bucket, title, dateTime, nextChangeAt, isSkewed }
}
