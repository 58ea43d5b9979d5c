import type { Strings } from './strings.ts'

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
  onlyYou: 'Only you',
  loadingPeople: 'Loading people',
  people: 'People',
  nobodyElse: 'Nobody else is here yet',

  myStatus: ({ status }) => `My status: ${status}`,
  automatic: 'Automatic',

  editing: ({ names, count }) => (count === 1 ? `${names} is editing this field` : `${names} are editing this field`),

  connection: {
    connecting: 'Connecting…',
    connected: 'Connected',
    reconnecting: 'Reconnecting…',
    disconnected: 'Disconnected',
    failed: 'Connection failed',
    deviceOffline: 'No network',
  },
  restored: 'Connected again',
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: 'Try again',

  joined: ({ names }) => `${names} joined`,
  left: ({ names }) => `${names} left`,
}
