import type { Environment } from '../environment/environment.ts'
import type { ClientLink } from './clientLink.ts'
import type { SelfStore } from './selfStore.ts'
import { createSharedStatus, type SharedStatus } from './sharedStatus.ts'

/** A server tells a person's choice to all their sessions; between tabs they do it themselves. */
export function shareStatus(environment: Environment, link: ClientLink, self: SelfStore): SharedStatus | undefined {
  if (link.liveness === 'authority') return undefined
  const shared = createSharedStatus({
    environment,
    person: () => link.identity.get()?.userId,
    current: () => self.state.get().pinned,
    heard: self.told,
  })
  shared?.ask()
  // Whatever was chosen while this page was away; a new connection is a new identity.
  if (shared !== undefined) link.identity.subscribe(shared.ask)
  return shared
}
