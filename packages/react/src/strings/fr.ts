import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

/** French. */
export const fr: Strings = {
  language: 'fr',

  statuses: {
    online: 'En ligne',
    away: 'Absent',
    busy: 'Occupé',
    dnd: 'Ne pas déranger',
    invisible: 'Invisible',
    offline: 'Hors ligne',
    unknown: 'Inconnu',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined ? `${label} (connexion perdue)` : `${label} (connexion perdue il y a ${seconds} s)`,
  invisibleToOthers: 'Invisible – les autres vous voient hors ligne',
  nameAndStatus: ({ name, status }) => `${name}, ${status.toLocaleLowerCase('fr')}`,
  sessions: plural('fr', { one: '# session', other: '# sessions' }),
  you: 'vous',

  justNow: 'à l’instant',
  never: 'jamais',
  yesterdayAt: ({ day, time }) => `${day} à ${time}`,
  lastSeen: ({ when }) => `Dernière activité : ${when}`,
  awaySince: ({ when }) => `Absent · ${when}`,
  approximate: {
    recently: 'récemment',
    'within-week': 'il y a moins d’une semaine',
    'within-month': 'il y a moins d’un mois',
    'long-ago': 'il y a longtemps',
  },

  typing: ({ names, count }) => (count === 1 ? `${names} écrit…` : `${names} écrivent…`),
  typingOthers: plural('fr', { one: '# autre', other: '# autres' }),
  severalTyping: 'Plusieurs personnes écrivent…',
  someone: 'Quelqu’un',

  peopleHere: plural('fr', { one: '# personne ici', other: '# personnes ici' }),
  morePeople: plural('fr', { one: '+# autre personne', other: '+# autres personnes' }),
  onlyYou: 'Vous seul',
  loadingPeople: 'Chargement des personnes',
  people: 'Personnes',
  nobodyElse: 'Personne d’autre pour l’instant',

  myStatus: ({ status }) => `Mon statut : ${status}`,
  automatic: 'Automatique',

  editing: ({ names, count }) => (count === 1 ? `${names} modifie ce champ` : `${names} modifient ce champ`),

  connection: {
    connecting: 'Connexion…',
    connected: 'Connecté',
    reconnecting: 'Reconnexion…',
    disconnected: 'Déconnecté',
    failed: 'Échec de la connexion',
    deviceOffline: 'Pas de réseau',
  },
  restored: 'De nouveau connecté',
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: 'Réessayer',

  joined: ({ names, count }) => (count === 1 ? `${names} est arrivé` : `${names} sont arrivés`),
  left: ({ names, count }) => (count === 1 ? `${names} est parti` : `${names} sont partis`),
}
