/** How exactly somebody's last sign of life is shown to whom: decided at the edge, so that the hub knows one truth. */
import type { PersonView } from '@rollcall/protocol'
import { createOutgoing, type OutgoingFrame } from '../hub/delivery.ts'
import type { PresenceHub } from '../hub/hub.ts'
import type { LastSeenOption, LastSeenPrecision, LastSeenRule } from './gatewayOptions.ts'

export interface LastSeenPolicy {
  /** The instant as this viewer may know it; nothing where it is hidden. */
  shown(viewerId: string, userId: string, at: number): number | undefined
  /** A frame as this viewer may read it; the same one for all viewers with the same precision. */
  frameFor(viewerId: string, outgoing: OutgoingFrame): OutgoingFrame
}

export interface LastSeenPolicyOptions {
  readonly rule: LastSeenOption | undefined
  readonly hub: Pick<PresenceHub, 'people'>
  /** Told of what the application's callback threw; until it answers, nothing is shown. */
  readonly report: (error: unknown) => void
}

/** Ms of one step. Days are those of UTC. */
const STEP_MS: Readonly<Record<Exclude<LastSeenPrecision, 'hidden'>, number>> = {
  exact: 1,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
}
const COARSENESS: readonly LastSeenPrecision[] = ['exact', 'minute', 'hour', 'day', 'hidden']

const coarser = (one: LastSeenPrecision, other: LastSeenPrecision): LastSeenPrecision =>
  COARSENESS.indexOf(one) > COARSENESS.indexOf(other) ? one : other

/** Rounded down: later instants stay later or equal, and nobody is seen in the future (INV-42). */
function rounded(at: number, precision: LastSeenPrecision): number | undefined {
  if (precision === 'hidden') return undefined
  return at - (at % STEP_MS[precision])
}

function withLastSeen(person: PersonView, at: number | undefined): PersonView {
  const { lastSeenAt: _exact, ...others } = person
  return at === undefined ? others : { ...others, lastSeenAt: at }
}

type PrecisionOf = (viewerId: string, userId: string) => LastSeenPrecision

function precisionBy({ precision, mutual = false }: LastSeenRule, report: (error: unknown) => void): PrecisionOf {
  const asked: PrecisionOf = (viewerId, userId) => {
    try {
      const answer = precision(viewerId, userId)
      return COARSENESS.includes(answer) ? answer : 'hidden'
    } catch (error) {
      report(error)
      return 'hidden'
    }
  }
  return (viewerId, userId) => {
    if (viewerId === userId) return 'exact'
    const own = asked(viewerId, userId)
    return mutual ? coarser(own, asked(userId, viewerId)) : own
  }
}

/** Without a rule everything is exact, and no frame is looked at. */
export function createLastSeenPolicy({ rule, hub, report }: LastSeenPolicyOptions): LastSeenPolicy {
  if (rule === undefined || rule === 'exact')
    return { shown: (_viewerId, _userId, at) => at, frameFor: (_viewerId, outgoing) => outgoing }
  const precisionOf = precisionBy(typeof rule === 'string' ? { precision: () => rule } : rule, report)
  /** One frame a precision, however many get it; gone with the frame that it was made of. */
  const made = new WeakMap<OutgoingFrame, Map<LastSeenPrecision, OutgoingFrame>>()

  const goneAt = (userId: string, at: number, precision: LastSeenPrecision): OutgoingFrame => {
    const instant = rounded(at, precision)
    if (instant !== undefined) return createOutgoing({ type: 'gone', userId, at: instant })
    // `x` cannot be without a time; a picture of somebody offline can.
    const people = hub.people([userId]).map((person) => withLastSeen(person, undefined))
    return createOutgoing({ type: 'sync', people })
  }
  const goneFor = (outgoing: OutgoingFrame, precision: LastSeenPrecision): OutgoingFrame => {
    const { frame } = outgoing
    if (frame.type !== 'gone' || precision === 'exact') return outgoing
    const variants = made.get(outgoing) ?? new Map<LastSeenPrecision, OutgoingFrame>()
    made.set(outgoing, variants)
    const variant = variants.get(precision) ?? goneAt(frame.userId, frame.at, precision)
    variants.set(precision, variant)
    return variant
  }
  const shown: LastSeenPolicy['shown'] = (viewerId, userId, at) => rounded(at, precisionOf(viewerId, userId))
  return {
    shown,
    frameFor: (viewerId, outgoing) => {
      const { frame } = outgoing
      if (frame.type === 'gone') return goneFor(outgoing, precisionOf(viewerId, frame.userId))
      // Pictures are made for one session each: nothing is shared that could be lost here.
      if (frame.type !== 'sync' || frame.people.every(({ lastSeenAt }) => lastSeenAt === undefined)) return outgoing
      const people = frame.people.map((person) =>
        person.lastSeenAt === undefined
          ? person
          : withLastSeen(person, shown(viewerId, person.userId, person.lastSeenAt)),
      )
      return createOutgoing({ type: 'sync', people })
    },
  }
}
