import type { Info, PresenceData } from '@rollcall/protocol'
import { expectTypeOf } from 'vitest'
import type { UserPresence } from './location.ts'
import type { Member } from './member.ts'
import type { Person } from './person.ts'
import type { Session } from './session.ts'

// Who has no types of presence and info says none, as `createPresenceClient` does.
expectTypeOf<Member>().toEqualTypeOf<Member<PresenceData, Info>>()
expectTypeOf<Person>().toEqualTypeOf<Person<Info>>()
expectTypeOf<Session>().toEqualTypeOf<Session<PresenceData>>()
expectTypeOf<UserPresence>().toEqualTypeOf<UserPresence<Info>>()
