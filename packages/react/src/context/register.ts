/**
 * The one place where an app says what its people carry. Augment it once:
 *
 *     declare module '@rollcall/react' {
 *       interface Register { Presence: { color: string }; Info: { name: string } }
 *     }
 */
import type {
  Info,
  Member,
  Person,
  PresenceClient,
  Room,
  RoomEvent,
  SelfPerson,
  Session,
  UserPresence,
} from '@rollcall/core'

/** Empty until an app augments it; then every hook is typed by it. */
// oxlint-disable-next-line typescript/no-empty-object-type -- an interface, because only interfaces merge
export interface Register {}

/** What a session says of itself in a room: `Register['Presence']`, or free data. */
export type RegisteredPresence = Register extends { readonly Presence: infer P } ? P : Info
/** What is vouched for about a person: `Register['Info']`, or free data. */
export type RegisteredInfo = Register extends { readonly Info: infer I } ? I : Info

/** A person as seen in a room, with the registered types. */
export type PresenceMember = Member<RegisteredPresence, RegisteredInfo>
/** One tab or device of somebody in a room, with the registered types. */
export type RegisteredSession = Session<RegisteredPresence>
/** A person wherever they are, with the registered types. */
export type PresencePerson = Person<RegisteredInfo>
/** The person at this page, with the registered types. */
export type RegisteredSelf = SelfPerson<RegisteredInfo>
/** The client, with the registered types. */
export type RegisteredClient = PresenceClient<RegisteredPresence, RegisteredInfo>
/** A room, with the registered types. */
export type RegisteredRoom = Room<RegisteredPresence, RegisteredInfo>
/** What one session reports about where it is, with the registered types. */
export type RegisteredUserPresence = UserPresence<RegisteredInfo>
/** Something that happened in a room, with the registered types. */
export type RegisteredRoomEvent = RoomEvent<RegisteredPresence, RegisteredInfo>
