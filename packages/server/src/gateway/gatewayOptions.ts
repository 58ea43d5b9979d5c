/** What a gateway is given; defaults are chosen by whoever composes a server. */
import type { Clock, Random } from '@rollcall/protocol'
import type { Authenticator, Viewer } from '../auth/authenticator.ts'
import type { PresenceHub } from '../hub/hub.ts'
import type { ServerLimits, ServerTimes } from '../hub/serverLimits.ts'
import type { Logger } from '../log/logger.ts'
import type { Meter } from '../metrics/meter.ts'

export type RoomAction = 'see' | 'enter'

/** Rounded down to the minute, hour or day (of UTC), or not shown at all. */
export type LastSeenPrecision = 'exact' | 'minute' | 'hour' | 'day' | 'hidden'

export interface LastSeenRule {
  /** How exactly this viewer may see it of this user. Asked for each frame that tells it, so it must be quick; where it throws, nothing is shown. */
  readonly precision: (viewerId: string, userId: string) => LastSeenPrecision
  /** Nobody sees it more exactly than they show it to the other. */
  readonly mutual?: boolean
}

export type LastSeenOption = LastSeenPrecision | LastSeenRule

/**
 * Who may see and enter rooms and follow people (PROTOCOL.md, chapter 8). Rights in a token decide where they
 * stand; else the callback; else `open`; else everything is refused. A callback that fails or takes longer than
 * `times.callbackMs` counts as `auth_unavailable`, never as permission.
 */
export interface AccessRules {
  readonly authorizeRoom?: (viewer: Viewer, room: string, action: RoomAction) => boolean | Promise<boolean>
  /** Those of `userIds` that the viewer may follow. Must answer alike for forbidden and unknown people. */
  readonly authorizeFollow?: (
    viewer: Viewer,
    userIds: readonly string[],
  ) => readonly string[] | Promise<readonly string[]>
  /** Lets every authenticated user see, enter and follow all. */
  readonly open?: boolean
  /** How exactly people's last sign of life is shown, in `sync`, `x` and over HTTP. Default `exact`. */
  readonly lastSeen?: LastSeenOption
}

export interface GatewayOptions extends AccessRules {
  readonly hub: PresenceHub
  readonly authenticator: Authenticator
  /** People that the server follows for this viewer at login. */
  readonly following?: (viewer: Viewer) => readonly string[] | Promise<readonly string[]>
  readonly clock: Clock
  readonly random: Random
  /** A one-way digest (SHA-256) for resume tokens: the hub keeps digests only, and looks up by them. */
  readonly hash: (text: string) => string
  readonly logger?: Logger
  /** Told of every frame; default: nobody is. */
  readonly meter?: Meter
  readonly limits?: Partial<ServerLimits>
  readonly times?: Partial<ServerTimes>
}
