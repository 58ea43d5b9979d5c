'use client'
import { useEffect } from 'react'
import type { SpokenPerson } from '../../announcer/announcement.ts'
import { useAnnouncerOf } from '../../context/announcerContext.ts'
import type { PresenceMember } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'

export interface TypingAnnouncementOptions {
  /** Reads a name from what is vouched for about somebody. Keep its identity. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
  /** `off`: somebody else says it. Default `auto`: as the provider's policy has it. */
  readonly announce?: 'auto' | 'off' | undefined
}

/**
 * Has it said who is typing in `input`, after two seconds and once per spell, however many components show it.
 * Renders nothing. `<TypingIndicator>` does it by itself; use this beside a typing line of your own.
 * @throws PresenceError `missing_provider`
 */
export function useTypingAnnouncement(input?: string, options: TypingAnnouncementOptions = {}): void {
  const { describe = describePerson, announce = 'auto' } = options
  const announcer = useAnnouncerOf('useTypingAnnouncement')
  const room = useRoomOf('useTypingAnnouncement')
  useEffect(() => {
    if (announce === 'off') return undefined
    const place = `${room.id}\n${input ?? ''}`
    return announcer.share(`typing\n${place}`, () => {
      const hear = (people: readonly SpokenPerson[]): void =>
        announcer.hear({ type: 'typing', fact: { input: place, people } })
      const typers = room.typing.typers(input)
      const look = (): void => hear(typers.getCurrent().map((member) => spoken(member, describe)))
      const unsubscribe = typers.subscribe(look)
      look()
      return () => {
        unsubscribe()
        hear([])
      }
    })
  }, [announcer, room, input, describe, announce])
}

function spoken(
  { userId, info }: PresenceMember,
  describe: (info: unknown, userId: string) => PersonWords,
): SpokenPerson {
  return { userId, name: describe(info, userId).name }
}
