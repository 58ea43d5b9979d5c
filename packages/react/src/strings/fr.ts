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
  lastSeenHidden: 'dernière connexion masquée',
  asOf: ({ time }) => `à ${time}`,
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
  justLeft: 'vient de partir',
  nthSession: ({ name, number }) => `${name}, session ${number}`,
  unavailable: 'Présence indisponible',
  onlyYou: 'Vous seul',
  loadingPeople: 'Chargement des personnes',
  people: 'Personnes',
  nobodyElse: 'Personne d’autre pour l’instant',
  invite: 'Inviter des personnes',
  searchPeople: 'Rechercher des personnes',
  nobodyMatches: 'Aucun résultat',

  myStatus: ({ status }) => `Mon statut : ${status}`,
  automatic: 'Automatique',
  statusText: 'Que faites-vous ?',
  clearAfter: 'Effacer après',
  dontClear: 'Ne pas effacer',
  until: ({ time, day }) => (day === undefined ? `jusqu’à ${time}` : `fin : ${day} ${time}`),
  writeStatusText: 'Écrire un texte de statut…',
  textLength: ({ length, limit }) => `Caractères : ${length} sur ${limit}`,
  textTooLong: plural('fr', { one: '# caractère au maximum', other: '# caractères au maximum' }),
  clearStatus: 'Effacer le statut',
  statusRefused: ({ reason }) => `Statut inchangé : ${reason}`,
  save: 'Enregistrer',
  appliesLater: 'S’appliquera une fois reconnecté',

  sessionList: 'Sessions ouvertes',
  thisBrowser: 'Ce navigateur',
  numberedSession: (number) => `Session ${number}`,
  devices: { phone: 'Téléphone', tablet: 'Tablette', computer: 'Ordinateur' },
  opened: ({ when }) => `Ouverte ${when}`,
  end: 'Terminer',
  endSession: ({ session }) => `Terminer ${session}`,

  editing: ({ names, count }) => (count === 1 ? `${names} modifie ce champ` : `${names} modifient ce champ`),

  locked: ({ names, count }) =>
    count === 1 ? `${names} modifie ce champ ; vous pouvez lire` : `${names} modifient ce champ ; vous pouvez lire`,
  editingIdle: ({ names, count }) =>
    count === 1 ? `${names} est dans ce champ, inactif` : `${names} sont dans ce champ, inactifs`,
  takeOver: 'Prendre la main',
  goToField: ({ name }) => `Aller au champ de ${name}`,

  connection: {
    connecting: 'Connexion…',
    connected: 'Connecté',
    reconnecting: 'Reconnexion…',
    disconnected: 'Déconnecté',
    failed: 'Échec de la connexion',
    deviceOffline: 'Pas de réseau',
  },
  restored: 'De nouveau connecté',
  resumed: 'De retour – rien n’a été manqué',
  resynced: 'De retour – actualisé',
  failures: {
    unauthorised: 'Veuillez vous reconnecter',
    forbidden: 'Vous n’avez pas accès ici',
    'room-full': 'Trop de connexions',
    version: 'Veuillez recharger la page',
    kicked: 'Poursuivi dans une autre fenêtre',
  },
  attempt: (attempt) => (attempt === 1 ? '1re tentative' : `${attempt}e tentative`),
  nextTry: (seconds) => `nouvel essai dans ${seconds} s`,
  latency: (milliseconds) => `${milliseconds} ms`,
  queued: plural('fr', { one: '# modification en attente', other: '# modifications en attente' }),
  retry: 'Réessayer',
  signIn: 'Se connecter',

  joined: ({ names, count }) => (count === 1 ? `${names} est arrivé` : `${names} sont arrivés`),
  left: ({ names, count }) => (count === 1 ? `${names} est parti` : `${names} sont partis`),
}
