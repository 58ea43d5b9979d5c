/** The person at one field of this page: there while it has the focus. */
import type { Claim, ClientTime, PathSegment } from '@rollcall/core'
import type { RegisteredPresence, RegisteredRoom } from '../../context/register.ts'
import { isoInstant } from '../../format/isoInstant.ts'

/** Where a field is. */
export interface FieldPlace {
  readonly documentId: string
  readonly path: readonly PathSegment[]
}

export interface FieldReporter {
  readonly onFocus: () => void
  readonly onBlur: () => void
}

export function createFieldReporter(room: RegisteredRoom, time: ClientTime, place: FieldPlace): FieldReporter {
  let claim: Claim<RegisteredPresence> | undefined
  return {
    onFocus: () => {
      claim ??= room.claim()
      claim.report([{ type: 'document', ...place, lastActiveAt: isoInstant(time.now()) }])
    },
    onBlur: () => {
      claim?.release()
      claim = undefined
    },
  }
}
