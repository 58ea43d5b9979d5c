// The face of @rollcall/server.

// a server
export { createPresenceServer } from './createPresenceServer.ts'
export type {
  AttachOptions,
  CloseOptions,
  MetricsAccess,
  PresenceServer,
  PresenceServerOptions,
  ServerPresence,
} from './presenceServer.ts'
export type { Listening, ListenOptions } from './http/listening.ts'
export type { HubHooks, KeptSession, RoomCount, RoomEvent, RoomMember, RoomMemberSession } from './hub/hub.ts'
export type {
  AccessRules,
  LastSeenOption,
  LastSeenPrecision,
  LastSeenRule,
  RoomAction,
} from './gateway/gatewayOptions.ts'

// who somebody is
export { jwt } from './auth/tokenAuthenticator.ts'
export type { JwtOptions, KeySet } from './auth/tokenAuthenticator.ts'
export type { TokenAlgorithm } from './auth/tokenKeys.ts'
export type { Authenticate, Identity } from './auth/callbackAuthenticator.ts'
export type { Authenticator, Credentials, RequestFacts, Rights, Viewer } from './auth/authenticator.ts'

// what it stands on
export { memoryBackplane as memory } from './backplane/memoryBackplane.ts'
export type { MemoryBackplaneOptions } from './backplane/memoryBackplane.ts'
export type { Backplane, PersonMemory } from './backplane/backplane.ts'
export { SERVER_LIMITS, SERVER_TIMES } from './hub/serverLimits.ts'
export type { ServerLimits, ServerTimes } from './hub/serverLimits.ts'

// logs
export { createConsoleLogger } from './log/consoleLogger.ts'
export type { ConsoleLoggerOptions } from './log/consoleLogger.ts'
export { silentLogger } from './log/logger.ts'
export type { LogFacts, Logger, LogLevel } from './log/logger.ts'

// errors
export { PresenceError } from '@rollcall/protocol'
