// The face of @rollcall/react.

// context
export { PresenceProvider } from './context/PresenceProvider.tsx'
export type { PresenceProviderProps } from './context/PresenceProvider.tsx'
export { PresenceAnnouncer } from './context/PresenceAnnouncer.tsx'
export { PresenceRoom } from './context/PresenceRoom.tsx'
export type { PresenceRoomProps } from './context/PresenceRoom.tsx'
export { useClient } from './context/clientContext.ts'
export { useRoom } from './context/roomContext.ts'
export type { PresenceSettings } from './context/presenceSettings.ts'
export type {
  PresenceMember,
  PresencePerson,
  Register,
  RegisteredClient,
  RegisteredInfo,
  RegisteredPresence,
  RegisteredRoom,
  RegisteredRoomEvent,
  RegisteredSelf,
  RegisteredSession,
  RegisteredUserPresence,
} from './context/register.ts'

// hooks: people in the room
export { usePresence } from './hooks/presence/usePresence.ts'
export type { PresenceActions, PresenceSnapshot, PresenceStatus } from './hooks/presence/presenceSnapshot.ts'
export { useSelf } from './hooks/presence/useSelf.ts'
export { useMyPresence } from './hooks/presence/useMyPresence.ts'
export { useUpdateMyPresence } from './hooks/presence/useUpdateMyPresence.ts'
export type { PresencePatch, UpdateMyPresence } from './hooks/presence/useUpdateMyPresence.ts'
export { useOthers } from './hooks/presence/useOthers.ts'
export { useOthersMapped } from './hooks/presence/useOthersMapped.ts'
export type { MappedMember } from './hooks/presence/mapMembers.ts'
export { useMember } from './hooks/presence/useMember.ts'
export { useDeparted } from './hooks/presence/useDeparted.ts'
export { useOccupancy } from './hooks/presence/useOccupancy.ts'
export { usePresenceEvents } from './hooks/presence/usePresenceEvents.ts'

// hooks: people anywhere
export { useLastSeen } from './hooks/person/useLastSeen.ts'
export type { LastSeenReading } from './hooks/person/useLastSeen.ts'
export type { LastSeenWording } from './hooks/person/lastSeenWords.ts'
export { useMyStatus } from './hooks/person/useMyStatus.ts'
export { useUserPresence } from './hooks/person/useUserPresence.ts'
export type { PeopleById } from './hooks/person/useUserPresence.ts'

// hooks: typing, places, pointers
export { useTyping } from './hooks/typing/useTyping.ts'
export type { Typing } from './hooks/typing/useTyping.ts'
export type { TypingInputProps } from './hooks/typing/typist.ts'
export { useLocations } from './hooks/location/useLocations.ts'
export type { LocationPrefix } from './hooks/location/useLocations.ts'
export { useFieldPresence } from './hooks/location/useFieldPresence.ts'
export type { FieldPresenceOptions, FieldPresenceState } from './hooks/location/useFieldPresence.ts'
export type { DockedPerson } from './hooks/location/fieldDock.ts'
export type { FieldMode } from './hooks/location/fieldLock.ts'
export type { FieldFocusEvent } from './hooks/location/fieldWatch.ts'
export { useReportPresence } from './hooks/location/useReportPresence.ts'
export { useCursors } from './hooks/cursors/useCursors.ts'
export { useCursorVisibility } from './hooks/cursors/useCursorVisibility.ts'
export type { CursorMove, CursorPosition } from './hooks/cursors/cursorMove.ts'

// hooks: ourselves and the page
export { useConnection } from './hooks/connection/useConnection.ts'
export { usePresenceSettings } from './hooks/usePresenceSettings.ts'
export type { IsEqual, Select } from './hooks/selection.ts'

// hooks: what screen readers are told
export { useAnnounce } from './hooks/announcing/useAnnounce.ts'
export { useTypingAnnouncement } from './hooks/announcing/useTypingAnnouncement.ts'
export type { TypingAnnouncementOptions } from './hooks/announcing/useTypingAnnouncement.ts'
export type { Announcement, Politeness } from './announcer/announcement.ts'
export type { AnnouncedEvent, AnnouncementLevel, AnnouncementPolicy } from './announcer/announcementPolicy.ts'

// components: connected ones read the room; views take values and know no client
export { AvatarView } from './components/Avatar/AvatarView.tsx'
export type { AvatarState, AvatarViewProps } from './components/Avatar/AvatarView.tsx'
export { AvatarStack } from './components/AvatarStack/AvatarStack.tsx'
export type { AvatarStackProps } from './components/AvatarStack/AvatarStack.tsx'
export { AvatarStackView } from './components/AvatarStack/AvatarStackView.tsx'
export type { AvatarStackState, AvatarStackViewProps } from './components/AvatarStack/AvatarStackView.tsx'
export type { StackOrder, StackPerson } from './components/AvatarStack/arrangePeople.ts'
export type { StackOverflowKind } from './components/AvatarStack/StackOverflow.tsx'
export { ConnectionStatus } from './components/ConnectionStatus/ConnectionStatus.tsx'
export type { ConnectionStatusProps } from './components/ConnectionStatus/ConnectionStatus.tsx'
export { ConnectionStatusView } from './components/ConnectionStatus/ConnectionStatusView.tsx'
export type { ConnectionState } from './components/ConnectionStatus/connectionLooks.ts'
export type { ConnectionStatusViewProps } from './components/ConnectionStatus/ConnectionStatusView.tsx'
export { FieldPresence } from './components/FieldPresence/FieldPresence.tsx'
export type { FieldPresenceProps } from './components/FieldPresence/FieldPresence.tsx'
export { FieldPresenceView } from './components/FieldPresence/FieldPresenceView.tsx'
export type {
  FieldPlacement,
  FieldPresenceViewProps,
  FieldVariant,
} from './components/FieldPresence/FieldPresenceView.tsx'
export { FieldPresenceDock } from './components/FieldPresence/FieldPresenceDock.tsx'
export type { FieldPresenceDockProps } from './components/FieldPresence/FieldPresenceDock.tsx'
export { FieldPresenceDockView } from './components/FieldPresence/FieldPresenceDockView.tsx'
export type { FieldPresenceDockViewProps } from './components/FieldPresence/FieldPresenceDockView.tsx'
export type { FieldVisitor } from './components/FieldPresence/FieldFaces.tsx'
export { LastSeen } from './components/LastSeen/LastSeen.tsx'
export type { LastSeenProps } from './components/LastSeen/LastSeen.tsx'
export { LastSeenView } from './components/LastSeen/LastSeenView.tsx'
export type { LastSeenState } from './components/LastSeen/lastSeenRoot.ts'
export type { LastSeenTold, LastSeenViewProps } from './components/LastSeen/LastSeenView.tsx'
export { LiveCursors } from './components/LiveCursors/LiveCursors.tsx'
export type { LiveCursorsProps } from './components/LiveCursors/LiveCursors.tsx'
export { LiveCursorsView } from './components/LiveCursors/LiveCursorsView.tsx'
export type { LiveCursorsState, LiveCursorsViewProps } from './components/LiveCursors/LiveCursorsView.tsx'
export type { CursorPerson, RenderCursor } from './components/LiveCursors/Cursor.tsx'
export type { CursorSpace, SpacePoint } from './components/LiveCursors/cursorSpace.ts'
export type { CursorArea } from './components/LiveCursors/measureArea.ts'
export type { PointerKind } from './components/LiveCursors/watchPointer.ts'
export type { Smoothing } from './components/LiveCursors/motion.ts'
export { PresenceIndicator } from './components/PresenceIndicator/PresenceIndicator.tsx'
export type { PresenceIndicatorProps } from './components/PresenceIndicator/PresenceIndicator.tsx'
export { PresenceIndicatorView } from './components/PresenceIndicator/PresenceIndicatorView.tsx'
export type {
  IndicatorAnchor,
  IndicatorSize,
  PresenceIndicatorState,
  PresenceIndicatorViewProps,
} from './components/PresenceIndicator/PresenceIndicatorView.tsx'
export { PresenceList } from './components/PresenceList/PresenceList.tsx'
export type { PresenceListProps } from './components/PresenceList/PresenceList.tsx'
export { PresenceListView } from './components/PresenceList/PresenceListView.tsx'
export type { PresenceListViewProps } from './components/PresenceList/PresenceListView.tsx'
export { PresenceRowView } from './components/PresenceList/PresenceRowView.tsx'
export type { PresenceRowViewProps } from './components/PresenceList/PresenceRowView.tsx'
export { PersonCard } from './components/PersonCard/PersonCard.tsx'
export type { CardTriggerProps, PersonCardProps } from './components/PersonCard/PersonCard.tsx'
export { PersonCardView } from './components/PersonCard/PersonCardView.tsx'
export type { PersonCardViewProps } from './components/PersonCard/PersonCardView.tsx'
export { SessionList } from './components/SessionList/SessionList.tsx'
export type { SessionListProps } from './components/SessionList/SessionList.tsx'
export { SessionListView } from './components/SessionList/SessionListView.tsx'
export type { SessionListViewProps } from './components/SessionList/SessionListView.tsx'
export type { SessionEntry } from './components/SessionList/SessionRow.tsx'
export { StatusMenu } from './components/StatusMenu/StatusMenu.tsx'
export type { StatusMenuProps } from './components/StatusMenu/StatusMenu.tsx'
export { StatusMenuView } from './components/StatusMenu/StatusMenuView.tsx'
export type { StatusMenuState, StatusMenuViewProps } from './components/StatusMenu/StatusMenuView.tsx'
export type { StatusPending } from './components/StatusMenu/StatusDetails.tsx'
export { StatusFormView } from './components/StatusMenu/StatusFormView.tsx'
export type { StatusDraft, StatusFormViewProps } from './components/StatusMenu/StatusFormView.tsx'
export { TypingIndicator } from './components/TypingIndicator/TypingIndicator.tsx'
export type { TypingIndicatorProps } from './components/TypingIndicator/TypingIndicator.tsx'
export { TypingIndicatorView } from './components/TypingIndicator/TypingIndicatorView.tsx'
export type {
  TypingIndicatorViewProps,
  TypingPerson,
  TypingState,
  TypingVariant,
} from './components/TypingIndicator/TypingIndicatorView.tsx'

// words
export { describePerson } from './format/describePerson.ts'
export type { PersonWords } from './format/describePerson.ts'
export { describeSession } from './format/describeSession.ts'
export { describeStatus, doNotDisturb } from './format/describeStatus.ts'
export type { StatusContext, StatusWords } from './format/describeStatus.ts'
export { describeUntil } from './format/describeUntil.ts'
export type { UntilFormat, UntilWords } from './format/describeUntil.ts'
export { statusExpiresAt, statusExpiryOptions } from './format/statusExpiries.ts'
export type { StatusExpiry, StatusExpiryOption, StatusExpiryOptions } from './format/statusExpiries.ts'
export { formatInitials } from './format/formatInitials.ts'
export { formatLastSeen } from './format/formatLastSeen.ts'
export type {
  FormattedLastSeen,
  LastSeenBucket,
  LastSeenFormat,
  LastSeenHint,
  LastSeenValue,
} from './format/lastSeenFormat.ts'
export { formatTyping } from './format/formatTyping.ts'
export type { FormattedTyping, TypingFormat, TypingPart } from './format/formatTyping.ts'
export { personHue } from './format/personHue.ts'
export { en } from './strings/en.ts'
export type { ApproximateLastSeen, NamedStatus, SessionDevice, Strings } from './strings/strings.ts'

// from the core: what every app needs
export { PresenceError } from '@rollcall/core'
export type {
  Connection,
  Member,
  Person,
  PresenceLocation,
  RoomEvent,
  SelfPerson,
  Session,
  Status,
  UserPresence,
} from '@rollcall/core'
