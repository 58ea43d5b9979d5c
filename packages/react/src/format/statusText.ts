import { LIMITS } from '@rollcall/core'

/** How long the words beside a status may be, in UTF-16 units, as the protocol counts them. */
export const STATUS_TEXT_LIMIT: number = LIMITS.statusTextLength
