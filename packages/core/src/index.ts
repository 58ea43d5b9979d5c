// The face of @rollcall/core.

// model
export type { Person } from './member/person.ts'
export type { SelfPerson } from './member/selfPerson.ts'
export type { Session } from './member/session.ts'
export type { Member } from './member/member.ts'
export type { Aggregate, FoldableSession, FoldedFields } from './member/aggregate.ts'
export type { LocationQuery, PathSegment, PresenceLocation, UserPresence } from './member/location.ts'

// client
export { createPresenceClient } from './client/createPresenceClient.ts'
export { reportPresence } from './client/reportPresence.ts'
export { getPresenceLocations } from './client/getPresenceLocations.ts'
export type {
  ActivityChanges,
  ClientTime,
  Connection,
  Following,
  PresenceClient,
  PresenceClientOptions,
} from './client/presenceClient.ts'
export type { Claim, Room, RoomEvent, RoomMoves, RoomOptions, RoomTyping } from './client/room.ts'
export { defineStatuses } from './client/defineStatuses.ts'
export type { StatusDefinition, StatusRegistry, StatusShape, StatusTone } from './client/defineStatuses.ts'
export type { SchemaResult, StandardSchema } from './client/standardSchema.ts'

// ports
export type { StateSource } from './store/stateSource.ts'
export type { Environment } from './environment/environment.ts'
export type { DevtoolsConnection } from './environment/devtools.ts'
export type { Locks } from './page/locks.ts'
export type { PageLifeEvent } from './page/pageLife.ts'
export type { OpenTabChannel, TabChannel } from './page/tabChannel.ts'
export type {
  Greeting,
  IncomingFrame,
  OutgoingFrame,
  Transport,
  TransportConnection,
  TransportContext,
  TransportFactory,
  TransportStatus,
} from './transport/transport.ts'

// environment
export { browserEnvironment } from './environment/browserEnvironment.ts'
export { createDisplayTime } from './environment/displayTime.ts'
export type { DisplaySource, DisplayTime } from './environment/displayTime.ts'

// transports
export { broadcastChannel } from './transport/broadcastChannelTransport.ts'
export type { BroadcastChannelOptions } from './transport/broadcastChannelTransport.ts'
export { channel } from './transport/channelTransport.ts'
export type { ChannelOptions } from './transport/channelTransport.ts'
export { webSocket } from './transport/webSocketTransport.ts'
export type { WebSocketConstructor, WebSocketLike, WebSocketOptions } from './transport/webSocketTransport.ts'
export type { TokenSource } from './connection/openChannel.ts'
export { memory } from './transport/memoryTransport.ts'
export { createMemoryNetwork } from './transport/memoryNetwork.ts'
export type { MemoryNetwork, MemoryParty, MemoryPort } from './transport/memoryNetwork.ts'

// from the contract
export { LIMITS, PresenceError } from '@rollcall/protocol'
export type {
  Clock,
  Info,
  LeaveReason,
  Metadata,
  PointerPosition,
  PresenceErrorCode,
  Random,
  Status,
} from '@rollcall/protocol'
