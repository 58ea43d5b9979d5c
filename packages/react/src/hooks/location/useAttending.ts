'use client'
import { useEffect } from 'react'
import { useAnnouncerOf } from '../../context/announcerContext.ts'
import type { PersonWords } from '../../format/describePerson.ts'
import { createFieldAnnouncement } from './fieldAnnouncement.ts'
import type { FieldAttendance } from './useFieldAttendance.ts'

/**
 * Has it known that I am at a field while I am, and told me who else is. The last of the effects of a field: a lock is
 * known before the focus is.
 * @throws PresenceError `missing_provider`
 */
export function useAttending(
  { field, visitors, watch, reporter }: FieldAttendance,
  describe: (info: unknown, userId: string) => PersonWords,
): void {
  const announcer = useAnnouncerOf('useFieldPresence')
  useEffect(() => watch.listen(reporter.hear), [watch, reporter])
  useEffect(
    () => watch.listen(createFieldAnnouncement(announcer, { field, visitors, describe }).hear),
    [watch, announcer, field, visitors, describe],
  )
}
