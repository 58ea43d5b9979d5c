import type { Announcer } from '../announcer/createAnnouncer.ts'
import { describePerson } from '../format/describePerson.ts'
import type { RegisteredClient, RegisteredRoom } from './register.ts'

/** Lets an announcer hear who comes to a room and goes, once however many ask for the same room. Returns the end of it. */
export function announcePeople(announcer: Announcer, client: RegisteredClient, room: RegisteredRoom): () => void {
  return announcer.share(`people\n${room.id}`, () => {
    const subscription = room.events.subscribe(({ type, member: { userId, info } }) => {
      if (type !== 'enter' && type !== 'leave') return
      if (userId === client.self.getCurrent().userId) return
      const person = { userId, name: describePerson(info, userId).name }
      announcer.hear({ type: 'people', fact: { change: type === 'enter' ? 'joined' : 'left', person } })
    })
    return () => subscription.unsubscribe()
  })
}
