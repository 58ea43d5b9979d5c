/** A token that may change while a socket stands. */
import { PresenceError } from '@rollcall/protocol'
import { ReplaySubject, firstValueFrom, type Observable, type Subscription } from 'rxjs'
import type { TokenSource } from '../../connection/openChannel.ts'

/** A token, how to get one (asked at each opening), or every token there will be; `null`: none, as where a cookie vouches. */
export type BifurToken = TokenSource | Observable<string | null>

export interface TokenChanges {
  /** For the next opening; `''`: none. */
  readonly source: TokenSource
  /** Whether the next opening may bring another token than `refused`. */
  canRenew(refused: string | undefined): boolean
  /** Each change as it happens. */
  subscribe(changed: (token: string) => void): Subscription
  /** The token now, where it is known without asking. */
  current(): string | undefined
  dispose(): void
}

const isChanging = (token: BifurToken | undefined): token is Observable<string | null> => typeof token === 'object'

/** @param report told when an observable of tokens fails; its last token stands */
export function createTokenChanges(
  token: BifurToken | undefined,
  report: (error: PresenceError) => void,
): TokenChanges {
  const tokens = new ReplaySubject<string>(1)
  let current: string | undefined
  const source = isChanging(token)
    ? token.subscribe({
        next: (next) => {
          current = next ?? ''
          tokens.next(current)
        },
        error: (cause: unknown) => {
          report(new PresenceError('auth_unavailable', 'unable to follow the token; its source failed', { cause }))
          tokens.complete()
        },
        complete: () => tokens.complete(),
      })
    : undefined
  return {
    source: isChanging(token) ? () => current ?? firstValueFrom(tokens, { defaultValue: '' }) : (token ?? ''),
    canRenew: (refused) => typeof token === 'function' || (current !== undefined && current !== refused),
    subscribe: (changed) => tokens.subscribe(changed),
    current: () => current,
    dispose: () => {
      source?.unsubscribe()
      tokens.complete()
    },
  }
}
