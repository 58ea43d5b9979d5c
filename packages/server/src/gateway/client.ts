/** A connection that has said who it is, as the frame handlers see it. */
import type { ServerFrame } from '@rollcall/protocol'
import type { Viewer } from '../auth/authenticator.ts'
import type { Attachment } from '../hub/hub.ts'
import type { RoomAction } from './gatewayOptions.ts'
import type { GatewayParts } from './gatewayParts.ts'

export interface Client {
  readonly parts: GatewayParts
  readonly attachment: Attachment
  /** Changes with a fresh token. */
  viewer: Viewer
  readonly access: AccessCache
  send(frame: ServerFrame): void
  close(code: number, reason: string): void
  /** A pong came: everything sent before its ping has arrived. */
  proved(): void
  /** Measures the life of the present viewer's token from now on. */
  watchToken(): void
}

export interface AccessCache {
  mayOpen(viewer: Viewer, room: string, action: RoomAction): boolean | Promise<boolean>
  clear(): void
}

/** More rooms than a session may have: it was only asking. */
const CACHED_ANSWERS = 256

/** Believes an answer of the application for a while (T8): a busy room must not ask for each frame. */
export function createAccessCache({ policy, clock, times }: GatewayParts): AccessCache {
  const answers = new Map<string, { readonly isAllowed: boolean; readonly until: number }>()
  const keep = (key: string, isAllowed: boolean): boolean => {
    if (answers.size >= CACHED_ANSWERS) answers.clear()
    answers.set(key, { isAllowed, until: clock.now() + times.authorizationMs })
    return isAllowed
  }
  return {
    mayOpen: (viewer, room, action) => {
      const key = `${action} ${room}`
      const known = answers.get(key)
      if (known !== undefined && clock.now() < known.until) return known.isAllowed
      const answer = policy.mayOpen(viewer, room, action)
      return typeof answer === 'boolean' ? keep(key, answer) : answer.then((isAllowed) => keep(key, isAllowed))
    },
    clear: () => answers.clear(),
  }
}
