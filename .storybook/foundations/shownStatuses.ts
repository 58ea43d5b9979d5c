import { defineStatuses } from '@rollcall/core'
import { doNotDisturb } from '@rollcall/react'

/** The built-in statuses, `dnd`, and one of an app. */
export const statuses = defineStatuses({ dnd: doNotDisturb, focusing: { label: 'Focusing' } })
export const shownStatuses = ['online', 'busy', 'dnd', 'away', 'offline', 'invisible', 'unknown', 'focusing'] as const
