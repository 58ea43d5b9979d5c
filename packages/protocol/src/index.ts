// The face of @rollcall/protocol.

// frames
export type { ClientFrame, ServerFrame } from './frames.ts'
export { PROTOCOL_VERSION, SUBPROTOCOL } from './connectionFrames.ts'
export type {
  AckFrame,
  AuthRequest,
  ByeRequest,
  ConnectionFrame,
  ConnectionRequest,
  ErrorFrame,
  HelloRequest,
  PingFrame,
  PongFrame,
  SelfFrame,
  SelfStatus,
  WarnFrame,
  WelcomeFrame,
} from './connectionFrames.ts'
export type {
  CountFrame,
  DisconnectFrame,
  DisconnectRequest,
  DismissRequest,
  LeaveReason,
  MoveFrame,
  MoveRequest,
  PatchFrame,
  PatchRequest,
  PeerFrame,
  PeerRollCall,
  PointerPosition,
  PresenceData,
  RollCallRequest,
  SessionFrame,
  SessionRequest,
  StateFrame,
  StateRequest,
  SyncedFrame,
  TypingFrame,
  TypingRequest,
} from './sessionFrames.ts'
export type {
  AppearedFrame,
  ChangedFrame,
  FollowRequest,
  GoneFrame,
  MemberFrame,
  MemberRequest,
  PersonChanges,
  PersonView,
  StatusUpdateRequest,
  SyncFrame,
  UnfollowRequest,
} from './memberFrames.ts'

// statuses and folding
export { BUILT_IN_STATUSES, OPTIONAL_STATUS_FIELDS, createRanking } from './status.ts'
export type { BuiltInStatus, Info, Metadata, Status, StatusChanges, StatusFields, StatusRanking } from './status.ts'
export { aggregate, selectWinner } from './aggregate.ts'
export type { AggregateSession } from './aggregate.ts'
export { applyKeys, applyStatus, diffKeys, diffStatus } from './delta.ts'
export type { KeyedDiff } from './delta.ts'
export { isSameValue } from './sameValue.ts'

// codec
export { decodeClientMessage, encodeClientFrame } from './codec/clientCodec.ts'
export { decodeServerMessage, encodeServerFrame } from './codec/serverCodec.ts'
export { decodePeerMessage, encodePeerFrame } from './codec/peerCodec.ts'
export { joinFrames } from './codec/encodeFrame.ts'
export { exceedsBytes, utf8Length } from './codec/utf8Length.ts'
export type { Decoded } from './codec/decodeMessage.ts'
export type { FrameProblem } from './codec/frameProblem.ts'

// errors and closes
export { ERROR_CATALOGUE, isPresenceErrorCode } from './errorCatalogue.ts'
export type { LocalErrorCode, PresenceErrorCode, WireErrorCode } from './errorCatalogue.ts'
export { PresenceError } from './presenceError.ts'
export type { PresenceErrorOptions } from './presenceError.ts'
export { CLOSE_CODES, closeIntent, formatCloseReason, parseCloseReason } from './closeCodes.ts'
export type { CloseIntent } from './closeCodes.ts'

// limits and ports
export { LIMITS, TIMES } from './limits.ts'
export type { ChannelClose, FrameChannel } from './channel.ts'
export { createChannelPair } from './channelPair.ts'
export type { DeliverLater } from './channelPair.ts'
export type { Clock } from './clock.ts'
export { RESUME_TOKEN_BYTES, SESSION_ID_BYTES, createId } from './random.ts'
export type { Random } from './random.ts'
