import type { PresenceError } from '@rollcall/protocol'
import type { Environment } from '../environment/environment.ts'
import type { Greeting, TransportContext } from '../transport/transport.ts'

/** A context for trying one transport by itself, without a client around it. */
export interface TestTransportContext extends TransportContext {
  /** What the transport reported so far. */
  readonly reported: readonly PresenceError[]
}

/** What a client would hand to its transport, over `environment`. */
export function createTestTransportContext(
  environment: Environment,
  greeting: Greeting = { changes: {} },
): TestTransportContext {
  const reported: PresenceError[] = []
  return {
    clock: environment.clock,
    random: environment.random,
    pageLife$: environment.pageLife$,
    isOnline: () => environment.isOnline(),
    ...(environment.locks === undefined ? {} : { locks: environment.locks }),
    greeting: () => greeting,
    report: (error) => reported.push(error),
    reported,
  }
}
