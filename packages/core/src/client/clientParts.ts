import type { Activity } from '../environment/activity.ts'
import type { Environment } from '../environment/environment.ts'
import type { FollowStore } from '../follow/followStore.ts'
import type { ClientLink } from './clientLink.ts'
import type { OpenCalls } from './openCalls.ts'
import type { Reporters } from './reporters.ts'
import type { ClientRooms } from './clientRooms.ts'
import type { SelfStore } from './selfStore.ts'
import type { ServerTime } from './serverTime.ts'

/** What the parts of a client share, once all of them stand. */
export interface ClientParts {
  readonly environment: Environment
  readonly reporters: Reporters
  readonly time: ServerTime
  readonly activity: Activity
  readonly link: ClientLink
  readonly self: SelfStore
  readonly rooms: ClientRooms
  readonly follow: FollowStore
  readonly calls: OpenCalls
}
