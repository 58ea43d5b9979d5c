import { defineStatuses, type Status, type StatusRegistry } from '@rollcall/core'

const builtIn = defineStatuses()

/** What may be chosen: online, away, busy, then what the app defined, and invisible last. `offline` nobody can say of themselves. */
export function statusChoices({ definitions }: StatusRegistry = builtIn): readonly Status[] {
  const own = [...definitions.keys()].filter((status) => !builtIn.definitions.has(status))
  return ['online', 'away', 'busy', ...own, 'invisible']
}
