import type { StackPerson } from '@rollcall/react'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Saturday 21 November 2026, 15:30 in UTC: the board knows no other now. */
export const NOW: number = Date.UTC(2026, 10, 21, 15, 30)
/** One for each rule of the words. */
export const SEEN_AGES_MS: readonly number[] = [
  0,
  5 * MINUTE_MS,
  3 * HOUR_MS,
  17 * HOUR_MS,
  3 * DAY_MS,
  40 * DAY_MS,
  400 * DAY_MS,
]

export const boardPeople: readonly (StackPerson & { readonly name: string; readonly status: string })[] = [
  { userId: 'ada', name: 'Ada Lovelace', status: 'online', isSelf: true },
  { userId: 'bo', name: 'Bo Nyström', status: 'busy' },
  { userId: 'chidi', name: 'Chidi Abara', status: 'away' },
  { userId: 'dina', name: 'דינה לוי', status: 'offline' },
  { userId: 'emre', name: '山田 太郎', status: 'unknown' },
  { userId: 'fatima', name: 'Fatima Al-Fihriya bint Muhammad of Fez and Kairouan', status: 'online' },
]

export const CONNECTION_STATES = [
  'connecting',
  'connected',
  'reconnecting',
  'offline',
  'resumed',
  'resynced',
  'failed',
  'closed',
] as const
