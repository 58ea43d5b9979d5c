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
  lastSeenHidden: 'última vez oculta',
  asOf: ({ time }) => `a las ${time}`,
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
  justLeft: 'acaba de salir',
  nthSession: ({ name, number }) => `${name}, sesión ${number}`,
  unavailable: 'Presencia no disponible',
  onlyYou: 'Solo tú',
  loadingPeople: 'Cargando personas',
  people: 'Personas',
  nobodyElse: 'Todavía no hay nadie más',
  invite: 'Invitar a personas',
  searchPeople: 'Buscar personas',
  nobodyMatches: 'Sin resultados',

  myStatus: ({ status }) => `Mi estado: ${status}`,
  automatic: 'Automático',
  statusText: '¿Qué estás haciendo?',
  clearAfter: 'Borrar después de',
  dontClear: 'No borrar',
  until: ({ time, day }) => (day === undefined ? `hasta las ${time}` : `hasta: ${day}, ${time}`),
  writeStatusText: 'Escribir un texto de estado…',
  textLength: ({ length, limit }) => `Caracteres: ${length} de ${limit}`,
  textTooLong: plural('es', { one: 'Como máximo # carácter', other: 'Como máximo # caracteres' }),
  clearStatus: 'Borrar el estado',
  statusRefused: ({ reason }) => `El estado no ha cambiado: ${reason}`,
  save: 'Guardar',
  appliesLater: 'Se aplicará al volver la conexión',

  sessionList: 'Sesiones',
  thisBrowser: 'Este navegador',
  numberedSession: (number) => `Sesión ${number}`,
  devices: { phone: 'Teléfono', tablet: 'Tableta', computer: 'Ordenador' },
  opened: ({ when }) => `Abierta ${when}`,
  end: 'Finalizar',
  endSession: ({ session }) => `Finalizar ${session}`,

  editing: ({ names, count }) =>
    count === 1 ? `${names} está editando este campo` : `${names} están editando este campo`,

  locked: ({ names, count }) =>
    count === 1 ? `${names} está editando; puedes leer` : `${names} están editando; puedes leer`,
  editingIdle: ({ names, count }) =>
    count === 1 ? `${names} está en este campo, sin actividad` : `${names} están en este campo, sin actividad`,
  takeOver: 'Tomar el control',
  goToField: ({ name }) => `Ir al campo de ${name}`,

  connection: {
    connecting: 'Conectando…',
    connected: 'Conectado',
    reconnecting: 'Reconectando…',
    disconnected: 'Sin conexión',
    failed: 'Error de conexión',
    deviceOffline: 'Sin red',
  },
  restored: 'Conectado de nuevo',
  resumed: 'De vuelta: no te has perdido nada',
  resynced: 'De vuelta: actualizado',
  failures: {
    unauthorised: 'Vuelve a iniciar sesión',
    forbidden: 'No tienes acceso aquí',
    'room-full': 'Demasiadas conexiones',
    version: 'Vuelve a cargar la página',
    kicked: 'Continúa en otra ventana',
  },
  attempt: (attempt) => `intento ${attempt}`,
  nextTry: (seconds) => `próximo intento en ${seconds} s`,
  latency: (milliseconds) => `${milliseconds} ms`,
  queued: plural('es', { one: '# cambio en espera', other: '# cambios en espera' }),
  retry: 'Reintentar',
  signIn: 'Iniciar sesión',

  joined: ({ names, count }) => (count === 1 ? `${names} ha entrado` : `${names} han entrado`),
  left: ({ names, count }) => (count === 1 ? `${names} ha salido` : `${names} han salido`),
}
