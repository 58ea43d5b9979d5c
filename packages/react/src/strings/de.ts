import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

/** German. */
export const de: Strings = {
  language: 'de',

  statuses: {
    online: 'Online',
    away: 'Abwesend',
    busy: 'Beschäftigt',
    dnd: 'Bitte nicht stören',
    invisible: 'Unsichtbar',
    offline: 'Offline',
    unknown: 'Unbekannt',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined
      ? `${label} (Verbindung unterbrochen)`
      : `${label} (Verbindung seit ${seconds} s unterbrochen)`,
  invisibleToOthers: 'Unsichtbar – andere sehen dich offline',
  nameAndStatus: ({ name, status }) => `${name}, ${status}`,
  sessions: plural('de', { one: '# Sitzung', other: '# Sitzungen' }),
  you: 'du',

  justNow: 'gerade eben',
  never: 'nie',
  lastSeenHidden: 'Zuletzt gesehen: verborgen',
  asOf: ({ time }) => `Stand ${time}`,
  yesterdayAt: ({ day, time }) => `${day} ${time}`,
  lastSeen: ({ when }) => `Zuletzt gesehen: ${when}`,
  awaySince: ({ when }) => `Abwesend · ${when}`,
  approximate: {
    recently: 'kürzlich',
    'within-week': 'innerhalb einer Woche',
    'within-month': 'innerhalb eines Monats',
    'long-ago': 'vor langer Zeit',
  },

  typing: ({ names, count }) => (count === 1 ? `${names} schreibt …` : `${names} schreiben …`),
  typingOthers: plural('de', { one: '# weitere Person', other: '# weitere' }),
  severalTyping: 'Mehrere Personen schreiben …',
  someone: 'Jemand',

  peopleHere: plural('de', { one: '# Person hier', other: '# Personen hier' }),
  morePeople: plural('de', { one: '+# weitere Person', other: '+# weitere Personen' }),
  justLeft: 'gerade gegangen',
  nthSession: ({ name, number }) => `${name}, Sitzung ${number}`,
  unavailable: 'Anwesenheit nicht verfügbar',
  onlyYou: 'Nur du',
  loadingPeople: 'Personen werden geladen',
  people: 'Personen',
  nobodyElse: 'Noch niemand sonst hier',
  invite: 'Leute einladen',
  searchPeople: 'Personen suchen',
  nobodyMatches: 'Keine Treffer',

  myStatus: ({ status }) => `Mein Status: ${status}`,
  automatic: 'Automatisch',
  statusText: 'Was machst du gerade?',
  clearAfter: 'Zurücksetzen nach',
  dontClear: 'Nicht zurücksetzen',
  until: ({ time, day }) => (day === undefined ? `bis ${time}` : `bis ${day}, ${time}`),
  writeStatusText: 'Statustext schreiben…',
  textLength: ({ length, limit }) => `Zeichen: ${length} von ${limit}`,
  textTooLong: plural('de', { other: 'Höchstens # Zeichen' }),
  clearStatus: 'Status zurücksetzen',
  statusRefused: ({ reason }) => `Status nicht geändert: ${reason}`,
  save: 'Speichern',
  appliesLater: 'Gilt, sobald die Verbindung wieder steht',

  sessionList: 'Sitzungen',
  thisBrowser: 'Dieser Browser',
  numberedSession: (number) => `Sitzung ${number}`,
  devices: { phone: 'Telefon', tablet: 'Tablet', computer: 'Computer' },
  opened: ({ when }) => `Geöffnet: ${when}`,
  end: 'Beenden',
  endSession: ({ session }) => `${session} beenden`,

  editing: ({ names, count }) => (count === 1 ? `${names} bearbeitet dieses Feld` : `${names} bearbeiten dieses Feld`),

  locked: ({ names, count }) =>
    count === 1
      ? `${names} bearbeitet das Feld; du kannst mitlesen`
      : `${names} bearbeiten das Feld; du kannst mitlesen`,
  editingIdle: ({ names, count }) =>
    count === 1 ? `${names} ist an diesem Feld, untätig` : `${names} sind an diesem Feld, untätig`,
  takeOver: 'Übernehmen',
  goToField: ({ name }) => `Zum Feld von ${name}`,

  connection: {
    connecting: 'Verbinden …',
    connected: 'Verbunden',
    reconnecting: 'Verbindung wird wiederhergestellt …',
    disconnected: 'Getrennt',
    failed: 'Verbindung fehlgeschlagen',
    deviceOffline: 'Kein Netz',
  },
  restored: 'Wieder verbunden',
  resumed: 'Wieder da – nichts verpasst',
  resynced: 'Wieder da – aktualisiert',
  failures: {
    unauthorised: 'Bitte neu anmelden',
    forbidden: 'Hier hast du keinen Zugriff',
    'room-full': 'Zu viele Verbindungen',
    version: 'Bitte die Seite neu laden',
    kicked: 'In einem anderen Fenster fortgesetzt',
  },
  attempt: (attempt) => `${attempt}. Versuch`,
  nextTry: (seconds) => `nächster Versuch in ${seconds} s`,
  latency: (milliseconds) => `${milliseconds} ms`,
  queued: plural('de', { one: '# Änderung wartet', other: '# Änderungen warten' }),
  retry: 'Erneut versuchen',
  signIn: 'Anmelden',

  joined: ({ names, count }) => (count === 1 ? `${names} ist jetzt hier` : `${names} sind jetzt hier`),
  left: ({ names, count }) => (count === 1 ? `${names} ist gegangen` : `${names} sind gegangen`),
}
