import {
  defineStatuses,
  type Status,
  type StatusDefinition,
  type StatusRegistry,
  type StatusShape,
  type StatusTone,
} from '@rollcall/core'
import type { Strings } from '../strings/strings.ts'

// Components may not reach the core; what they say about statuses comes through here.
export type { Status, StatusDefinition, StatusRegistry, StatusShape, StatusTone }

/** The statuses of an app that defined none. */
const builtInStatuses: StatusRegistry = defineStatuses()

/** Ready for `defineStatuses({ dnd: doNotDisturb })`; not built in, since its meaning (no notifications) is the app's. */
export const doNotDisturb: StatusDefinition = {
  rank: 4,
  label: 'Do not disturb',
  shape: 'barred-disc',
  tone: 'negative',
}

export interface StatusWords {
  readonly shape: StatusShape
  readonly tone: StatusTone
  readonly label: string
}

export interface StatusContext {
  readonly statuses?: StatusRegistry | undefined
  readonly strings: Strings
}

/**
 * How a status looks and what it is called. The app's own label wins; a label that the app left as built in is
 * translated. No status, or one that nobody defined, is `unknown`, never `offline`: we do not know.
 */
export function describeStatus(
  status: Status | undefined,
  { statuses = builtInStatuses, strings }: StatusContext,
): StatusWords {
  const id = status ?? 'unknown'
  const { shape, tone, label } = statuses.describe(id)
  const isOwnLabel = statuses.definitions.has(id) && label !== builtInLabel(id)
  return { shape, tone, label: isOwnLabel ? label : (named(id, strings) ?? strings.statuses.unknown) }
}

function builtInLabel(status: Status): string {
  return status === 'dnd' ? doNotDisturb.label : builtInStatuses.describe(status).label
}

function named(status: Status, { statuses }: Strings): string | undefined {
  return Object.hasOwn(statuses, status) ? statuses[status as keyof typeof statuses] : undefined // checked the line before
}
