import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const ORDINALS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' }

/** English, and the fallback of every component without a catalogue. */
export const en: Strings = {
  language: 'en',

  statuses: {
    online: 'Online',
    away: 'Away',
    busy: 'Busy',
    dnd: 'Do not disturb',
    invisible: 'Invisible',
    offline: 'Offline',
    unknown: 'Unknown',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined ? `${label} (connection lost)` : `${label} (connection lost ${seconds} s ago)`,
  invisibleToOthers: 'Invisible – others see you offline',
  nameAndStatus: ({ name, status }) => `${name}, ${status.toLocaleLowerCase('en')}`,
  sessions: (count) => (count === 1 ? '1 session' : `${count} sessions`),
  you: 'you',

  justNow: 'just now',
  never: 'never',
  lastSeenHidden: 'last seen hidden',
  asOf: ({ time }) => `as of ${time}`,
  yesterdayAt: ({ day, time }) => `${day} ${time}`,
  lastSeen: ({ when }) => `Last seen ${when}`,
  awaySince: ({ when }) => `Away · ${when}`,
  approximate: {
    recently: 'recently',
    'within-week': 'within a week',
    'within-month': 'within a month',
    'long-ago': 'a long time ago',
  },

  typing: ({ names, count }) => (count === 1 ? `${names} is typing…` : `${names} are typing…`),
  typingOthers: (count) => (count === 1 ? '1 other' : `${count} others`),
  severalTyping: 'Several people are typing…',
  someone: 'Someone',

  peopleHere: (count) => (count === 1 ? '1 person here' : `${count} people here`),
  morePeople: (count) => (count === 1 ? '+1 more person' : `+${count} more people`),
  justLeft: 'left just now',
  nthSession: ({ name, number }) => `${name}, session ${number}`,
  unavailable: 'Presence unavailable',
  onlyYou: 'Only you',
  loadingPeople: 'Loading people',
  people: 'People',
  nobodyElse: 'Nobody else is here yet',
  invite: 'Invite people',
  searchPeople: 'Search people',
  nobodyMatches: 'Nobody matches',

  myStatus: ({ status }) => `My status: ${status}`,
  automatic: 'Automatic',
  statusText: 'What are you doing?',
  clearAfter: 'Clear after',
  dontClear: 'Do not clear',
  until: ({ time, day }) => (day === undefined ? `until ${time}` : `until ${day} ${time}`),
  writeStatusText: 'Write a status text…',
  textLength: ({ length, limit }) => `Characters: ${length} of ${limit}`,
  textTooLong: plural('en', { one: 'At most # character', other: 'At most # characters' }),
  clearStatus: 'Clear status',
  statusRefused: ({ reason }) => `Status not changed: ${reason}`,
  save: 'Save',
  appliesLater: 'Will apply when back online',

  sessionList: 'Sessions',
  thisBrowser: 'This browser',
  numberedSession: (number) => `Session ${number}`,
  devices: { phone: 'Phone', tablet: 'Tablet', computer: 'Computer' },
  opened: ({ when }) => `Opened ${when}`,
  end: 'End',
  endSession: ({ session }) => `End ${session}`,

  editing: ({ names, count }) => (count === 1 ? `${names} is editing this field` : `${names} are editing this field`),

  locked: ({ names, count }) =>
    count === 1 ? `${names} is editing; you can read along` : `${names} are editing; you can read along`,
  editingIdle: ({ names, count }) =>
    count === 1 ? `${names} is at this field, idle` : `${names} are at this field, idle`,
  takeOver: 'Take over',
  goToField: ({ name }) => `Go to ${name}’s field`,

  connection: {
    connecting: 'Connecting…',
    connected: 'Connected',
    reconnecting: 'Reconnecting…',
    disconnected: 'Disconnected',
    failed: 'Connection failed',
    deviceOffline: 'No network',
  },
  restored: 'Connected again',
  resumed: 'Back – nothing missed',
  resynced: 'Back – refreshed',
  failures: {
    unauthorised: 'Please sign in again',
    forbidden: 'You have no access here',
    'room-full': 'Too many connections',
    version: 'Please reload the page',
    kicked: 'Continued in another window',
  },
  attempt: (attempt) => `${attempt}${ORDINALS[ordinals.select(attempt)] ?? 'th'} attempt`,
  nextTry: (seconds) => `next try in ${seconds} s`,
  latency: (milliseconds) => `${milliseconds} ms`,
  queued: (count) => (count === 1 ? '1 change waiting' : `${count} changes waiting`),
  retry: 'Try again',
  signIn: 'Sign in',

  joined: ({ names }) => `${names} joined`,
  left: ({ names }) => `${names} left`,
}
