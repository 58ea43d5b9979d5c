/** The person at one field of this page: there while it has the focus. */
import type { Claim, ClientTime, PathSegment } from '@rollcall/core'
import type { RegisteredPresence, RegisteredRoom } from '../../context/register.ts'
import { isoInstant } from '../../format/isoInstant.ts'
import type { FieldAnnouncement } from './fieldAnnouncement.ts'

/** Where a field is. */
export interface FieldPlace {
  readonly documentId: string
  readonly path: readonly PathSegment[]
}

export interface FieldReporter {
  readonly onFocus: () => void
  readonly onBlur: () => void
}

export interface FieldReporterOptions {
  readonly room: RegisteredRoom
  readonly time: ClientTime
  readonly place: FieldPlace
  readonly announcement: FieldAnnouncement
}

export function createFieldReporter({ room, time, place, announcement }: FieldReporterOptions): FieldReporter {
  let claim: Claim<RegisteredPresence> | undefined
  return {
    onFocus: () => {
      announcement.begin()
      claim ??= room.claim()
      claim.report([{ type: 'document', ...place, lastActiveAt: isoInstant(time.now()) }])
    },
    onBlur: () => {
      announcement.end()
      claim?.release()
      claim = undefined
    },
  }
}
