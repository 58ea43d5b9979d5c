import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

/** Polish. */
export const pl: Strings = {
  language: 'pl',

  statuses: {
    online: 'Online',
    away: 'Zaraz wracam',
    busy: 'Zajęty',
    dnd: 'Nie przeszkadzać',
    invisible: 'Niewidoczny',
    offline: 'Offline',
    unknown: 'Nieznany',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined ? `${label} (utracono połączenie)` : `${label} (utracono połączenie ${seconds} s temu)`,
  invisibleToOthers: 'Niewidoczny – inni widzą Cię jako offline',
  nameAndStatus: ({ name, status }) => `${name}, ${status.toLocaleLowerCase('pl')}`,
  sessions: plural('pl', { one: '# sesja', few: '# sesje', many: '# sesji', other: '# sesji' }),
  you: 'ty',

  justNow: 'przed chwilą',
  never: 'nigdy',
  yesterdayAt: ({ day, time }) => `${day} ${time}`,
  lastSeen: ({ when }) => `Ostatnio: ${when}`,
  awaySince: ({ when }) => `Zaraz wracam · ${when}`,
  approximate: {
    recently: 'niedawno',
    'within-week': 'w ciągu tygodnia',
    'within-month': 'w ciągu miesiąca',
    'long-ago': 'dawno temu',
  },

  typing: ({ names, count }) => (count === 1 ? `${names} pisze…` : `${names} piszą…`),
  typingOthers: plural('pl', {
    one: '# inna osoba',
    few: '# inne osoby',
    many: '# innych osób',
    other: '# innych osób',
  }),
  severalTyping: 'Kilka osób pisze…',
  someone: 'Ktoś',

  peopleHere: plural('pl', {
    one: '# osoba tutaj',
    few: '# osoby tutaj',
    many: '# osób tutaj',
    other: '# osoby tutaj',
  }),
  morePeople: plural('pl', { one: '+# osoba', few: '+# osoby', many: '+# osób', other: '+# osoby' }),
  onlyYou: 'Tylko ty',
  loadingPeople: 'Wczytywanie osób',
  people: 'Osoby',
  nobodyElse: 'Nikogo więcej jeszcze nie ma',

  myStatus: ({ status }) => `Mój status: ${status}`,
  automatic: 'Automatycznie',

  editing: ({ names, count }) => (count === 1 ? `${names} edytuje to pole` : `${names} edytują to pole`),

  connection: {
    connecting: 'Łączenie…',
    connected: 'Połączono',
    reconnecting: 'Ponowne łączenie…',
    disconnected: 'Rozłączono',
    failed: 'Połączenie nie powiodło się',
    deviceOffline: 'Brak sieci',
  },
  restored: 'Ponownie połączono',
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: 'Spróbuj ponownie',

  joined: ({ names, count }) => (count === 1 ? `${names} – dołącza` : `${names} – dołączają`),
  left: ({ names, count }) => (count === 1 ? `${names} – wychodzi` : `${names} – wychodzą`),
}
