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
  onlyYou: 'Nur du',
  loadingPeople: 'Personen werden geladen',
  people: 'Personen',
  nobodyElse: 'Noch niemand sonst hier',

  myStatus: ({ status }) => `Mein Status: ${status}`,
  automatic: 'Automatisch',

  editing: ({ names, count }) => (count === 1 ? `${names} bearbeitet dieses Feld` : `${names} bearbeiten dieses Feld`),

  connection: {
    connecting: 'Verbinden …',
    connected: 'Verbunden',
    reconnecting: 'Verbindung wird wiederhergestellt …',
    disconnected: 'Getrennt',
    failed: 'Verbindung fehlgeschlagen',
    deviceOffline: 'Kein Netz',
  },
  restored: 'Wieder verbunden',
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: 'Erneut versuchen',

  joined: ({ names, count }) => (count === 1 ? `${names} ist jetzt hier` : `${names} sind jetzt hier`),
  left: ({ names, count }) => (count === 1 ? `${names} ist gegangen` : `${names} sind gegangen`),
}
