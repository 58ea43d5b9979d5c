import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

/** Spanish. */
export const es: Strings = {
  language: 'es',

  statuses: {
    online: 'En línea',
    away: 'Ausente',
    busy: 'Ocupado',
    dnd: 'No molestar',
    invisible: 'Invisible',
    offline: 'Desconectado',
    unknown: 'Desconocido',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined ? `${label} (conexión perdida)` : `${label} (conexión perdida hace ${seconds} s)`,
  invisibleToOthers: 'Invisible: los demás te ven desconectado',
  nameAndStatus: ({ name, status }) => `${name}, ${status.toLocaleLowerCase('es')}`,
  sessions: plural('es', { one: '# sesión', other: '# sesiones' }),
  you: 'tú',

  justNow: 'ahora mismo',
  never: 'nunca',
  yesterdayAt: ({ day, time }) => `${day} a las ${time}`,
  lastSeen: ({ when }) => `Última vez: ${when}`,
  awaySince: ({ when }) => `Ausente · ${when}`,
  approximate: {
    recently: 'hace poco',
    'within-week': 'hace menos de una semana',
    'within-month': 'hace menos de un mes',
    'long-ago': 'hace mucho',
  },

  typing: ({ names, count }) => (count === 1 ? `${names} está escribiendo…` : `${names} están escribiendo…`),
  typingOthers: plural('es', { one: '# persona más', other: '# personas más' }),
  severalTyping: 'Varias personas están escribiendo…',
  someone: 'Alguien',

  peopleHere: plural('es', { one: '# persona aquí', other: '# personas aquí' }),
  morePeople: plural('es', { one: '+# persona más', other: '+# personas más' }),
  onlyYou: 'Solo tú',
  loadingPeople: 'Cargando personas',
  people: 'Personas',
  nobodyElse: 'Todavía no hay nadie más',

  myStatus: ({ status }) => `Mi estado: ${status}`,
  automatic: 'Automático',

  editing: ({ names, count }) =>
    count === 1 ? `${names} está editando este campo` : `${names} están editando este campo`,

  connection: {
    connecting: 'Conectando…',
    connected: 'Conectado',
    reconnecting: 'Reconectando…',
    disconnected: 'Sin conexión',
    failed: 'Error de conexión',
    deviceOffline: 'Sin red',
  },
  restored: 'Conectado de nuevo',
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: 'Reintentar',

  joined: ({ names, count }) => (count === 1 ? `${names} ha entrado` : `${names} han entrado`),
  left: ({ names, count }) => (count === 1 ? `${names} ha salido` : `${names} han salido`),
}
