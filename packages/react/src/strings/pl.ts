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
  lastSeenHidden: 'ostatnia aktywność ukryta',
  asOf: ({ time }) => `stan na ${time}`,
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
  justLeft: 'właśnie poza pokojem',
  nthSession: ({ name, number }) => `${name}, sesja ${number}`,
  unavailable: 'Obecność niedostępna',
  onlyYou: 'Tylko ty',
  loadingPeople: 'Wczytywanie osób',
  people: 'Osoby',
  nobodyElse: 'Nikogo więcej jeszcze nie ma',
  searchPeople: 'Szukaj osób',
  nobodyMatches: 'Brak wyników',

  myStatus: ({ status }) => `Mój status: ${status}`,
  automatic: 'Automatycznie',
  statusText: 'Co robisz?',
  clearAfter: 'Wyczyść po',
  dontClear: 'Nie czyść',
  until: ({ time }) => `do ${time}`,
  save: 'Zapisz',
  appliesLater: 'Zadziała po powrocie połączenia',

  editing: ({ names, count }) => (count === 1 ? `${names} edytuje to pole` : `${names} edytują to pole`),

  locked: ({ names, count }) => (count === 1 ? `${names} edytuje; możesz czytać` : `${names} edytują; możesz czytać`),
  editingIdle: ({ names }) => `${names} – w tym polu, bez aktywności`,
  takeOver: 'Przejmij',

  connection: {
    connecting: 'Łączenie…',
    connected: 'Połączono',
    reconnecting: 'Ponowne łączenie…',
    disconnected: 'Rozłączono',
    failed: 'Połączenie nie powiodło się',
    deviceOffline: 'Brak sieci',
  },
  restored: 'Ponownie połączono',
  resumed: 'Z powrotem – nic nie umknęło',
  resynced: 'Z powrotem – odświeżono',
  failures: {
    'sign-in': 'Zaloguj się ponownie',
    'not-allowed': 'Nie masz tu dostępu',
    full: 'Za dużo połączeń',
    outdated: 'Odśwież stronę',
    replaced: 'Kontynuowane w innym oknie',
  },
  attempt: (attempt) => `${attempt}. próba`,
  nextTry: (seconds) => `kolejna próba za ${seconds} s`,
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: 'Spróbuj ponownie',

  joined: ({ names, count }) => (count === 1 ? `${names} – dołącza` : `${names} – dołączają`),
  left: ({ names, count }) => (count === 1 ? `${names} – wychodzi` : `${names} – wychodzą`),
}
