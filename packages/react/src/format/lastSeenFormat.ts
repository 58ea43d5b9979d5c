/** What "last seen" is asked with, and what it answers. */
import type { ApproximateLastSeen, Strings } from '../strings/strings.ts'
import type { TimeFormat } from './intlCache.ts'

export type LastSeenBucket =
  | 'just-now'
  | 'minutes'
  | 'hours'
  | 'yesterday'
  | 'weekday'
  | 'date'
  | 'date-year'
  | 'approximate'
  | 'never'

/** What a server sends instead of an instant; `hidden`: the person keeps it to themselves. */
export interface LastSeenHint {
  readonly bucket: ApproximateLastSeen | 'hidden'
}

/** Epoch ms, a Date, anything Date can read, a hint that the server sent instead of an instant, or nothing. */
export type LastSeenValue = number | Date | string | LastSeenHint | null | undefined

export interface LastSeenFormat extends TimeFormat {
  /** Epoch ms, by the clock that made the value. */
  readonly now: number
  readonly strings: Strings
  /** `inline` for the middle of a sentence, `standalone` begins with a capital, `sentence` is "Last seen …". Default `inline`. */
  readonly form?: 'inline' | 'standalone' | 'sentence' | undefined
  /**
   * `auto`: a span, then a weekday, then a date. `relative`: a span however long. `absolute` names the instant and never
   * changes. `compact`: as `auto`, in short words. Default `auto`.
   */
  readonly variant?: 'auto' | 'relative' | 'absolute' | 'compact' | undefined
  /**
   * How much is told. `hour` and `day` name nothing finer, neither in the words nor for machines; `approximate` tells only
   * a bucket. Default `minute`.
   */
  readonly precision?: 'minute' | 'hour' | 'day' | 'approximate' | undefined
  /** Ms that another clock may run ahead of ours before an instant counts as of the future. Default 60,000. */
  readonly skewTolerance?: number | undefined
}

export interface FormattedLastSeen {
  readonly text: string
  readonly bucket: LastSeenBucket
  /** The instant in full, with its zone; absent where only a bucket is known. */
  readonly title?: string
  /** ISO 8601, for `<time>`: an instant in UTC, or a day where no more may be told. */
  readonly dateTime?: string
  /** The next instant at which the text changes; until then it is constant. `null`: never. */
  readonly nextChangeAt: number | null
  /** The instant lies in the future by more than skew explains. */
  readonly isSkewed: boolean
}

/** A text, and until when it is true. */
export interface LastSeenWording {
  readonly text: string
  readonly bucket: LastSeenBucket
  readonly nextChangeAt: number | null
}
