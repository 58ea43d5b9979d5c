/** What is told of when somebody was last here. Pure; the present is an argument. */
import type { Status, StatusRegistry } from '@rollcall/core'
import type { PresenceSettings } from '../../context/presenceSettings.ts'
import type { PresencePerson } from '../../context/register.ts'
import { describeStatus } from '../../format/describeStatus.ts'
import { formatLastSeen, type LastSeenBucket, type LastSeenFormat } from '../../format/formatLastSeen.ts'
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
}

export type LastSeenWording = Pick<LastSeenFormat, 'form' | 'variant' | 'precision'>

export const UNKNOWN_PERSON: LastSeenFacts = { status: undefined, lastActiveAt: null, lastSeenAt: null }

export function lastSeenFacts(person: PresencePerson | undefined): LastSeenFacts {
  return person ?? UNKNOWN_PERSON
}

export function sameFacts(a: LastSeenFacts, b: LastSeenFacts): boolean {
  return a.status === b.status && a.lastActiveAt === b.lastActiveAt && a.lastSeenAt === b.lastSeenAt
}

interface Context extends LastSeenWording {
  readonly now: number
  readonly settings: PresenceSettings
  readonly statuses: StatusRegistry
}

const isGone = (status: Status | undefined): boolean =>
  status === undefined || status === 'offline' || status === 'invisible'

/** Somebody who is here has a status instead of an instant, and somebody away the time of their last input. */
export function lastSeenWords(facts: LastSeenFacts, context: Context): LastSeenWords {
  const { now, settings, statuses, form, variant, precision } = context
  const { locale, timeZone, strings } = settings
  const format: LastSeenFormat = { now, locale, timeZone, strings, form, variant, precision }
  if (isGone(facts.status)) return plain(formatLastSeen(facts.lastSeenAt, format))
  if (facts.status === 'away' && facts.lastActiveAt !== null) {
    const since = formatLastSeen(facts.lastActiveAt, { ...format, form: 'inline' })
    return { ...plain(since), text: strings.awaySince({ when: since.text }) }
  }
  const { label } = describeStatus(facts.status, { statuses, strings })
  return { text: label, bucket: 'online', title: undefined, dateTime: undefined, nextChangeAt: null }
}

function plain(formatted: ReturnType<typeof formatLastSeen>): LastSeenWords {
  const { text, bucket, title, dateTime, nextChangeAt } = formatted
  return { text, bucket, title, dateTime, nextChangeAt }
}
