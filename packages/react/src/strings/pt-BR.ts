import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

/** Brazilian Portuguese. */
export const ptBR: Strings = {
  language: 'pt-BR',

  statuses: {
    online: 'Online',
    away: 'Ausente',
    busy: 'Ocupado',
    dnd: 'Não perturbe',
    invisible: 'Invisível',
    offline: 'Offline',
    unknown: 'Desconhecido',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined ? `${label} (conexão perdida)` : `${label} (conexão perdida há ${seconds} s)`,
  invisibleToOthers: 'Invisível – os outros veem você offline',
  nameAndStatus: ({ name, status }) => `${name}, ${status.toLocaleLowerCase('pt-BR')}`,
  sessions: plural('pt-BR', { one: '# sessão', other: '# sessões' }),
  you: 'você',

  justNow: 'agora mesmo',
  never: 'nunca',
  lastSeenHidden: 'visto por último oculto',
  asOf: ({ time }) => `às ${time}`,
  yesterdayAt: ({ day, time }) => `${day} às ${time}`,
  lastSeen: ({ when }) => `Visto por último: ${when}`,
  awaySince: ({ when }) => `Ausente · ${when}`,
  approximate: {
    recently: 'recentemente',
    'within-week': 'há menos de uma semana',
    'within-month': 'há menos de um mês',
    'long-ago': 'há muito tempo',
  },

  typing: ({ names, count }) => (count === 1 ? `${names} está digitando…` : `${names} estão digitando…`),
  typingOthers: plural('pt-BR', { one: 'mais # pessoa', other: 'mais # pessoas' }),
  severalTyping: 'Várias pessoas estão digitando…',
  someone: 'Alguém',

  peopleHere: plural('pt-BR', { one: '# pessoa aqui', other: '# pessoas aqui' }),
  morePeople: plural('pt-BR', { one: '+# pessoa', other: '+# pessoas' }),
  justLeft: 'acabou de sair',
  nthSession: ({ name, number }) => `${name}, sessão ${number}`,
  unavailable: 'Presença indisponível',
  onlyYou: 'Só você',
  loadingPeople: 'Carregando pessoas',
  people: 'Pessoas',
  nobodyElse: 'Ninguém mais por aqui ainda',
  invite: 'Convidar pessoas',
  searchPeople: 'Buscar pessoas',
  nobodyMatches: 'Ninguém encontrado',

  myStatus: ({ status }) => `Meu status: ${status}`,
  automatic: 'Automático',
  statusText: 'O que você está fazendo?',
  clearAfter: 'Limpar depois de',
  dontClear: 'Não limpar',
  until: ({ time, day }) => (day === undefined ? `até ${time}` : `até ${day}, ${time}`),
  writeStatusText: 'Escrever um texto de status…',
  textLength: ({ length, limit }) => `Caracteres: ${length} de ${limit}`,
  textTooLong: plural('pt-BR', { one: 'No máximo # caractere', other: 'No máximo # caracteres' }),
  clearStatus: 'Limpar status',
  statusRefused: ({ reason }) => `Status não alterado: ${reason}`,
  save: 'Salvar',
  appliesLater: 'Será aplicado quando a conexão voltar',

  sessionList: 'Sessões',
  thisBrowser: 'Este navegador',
  numberedSession: (number) => `Sessão ${number}`,
  devices: { phone: 'Celular', tablet: 'Tablet', computer: 'Computador' },
  opened: ({ when }) => `Aberta ${when}`,
  end: 'Encerrar',
  endSession: ({ session }) => `Encerrar ${session}`,

  editing: ({ names, count }) =>
    count === 1 ? `${names} está editando este campo` : `${names} estão editando este campo`,

  locked: ({ names, count }) =>
    count === 1 ? `${names} está editando; você pode ler` : `${names} estão editando; você pode ler`,
  editingIdle: ({ names, count }) =>
    count === 1 ? `${names} está neste campo, sem atividade` : `${names} estão neste campo, sem atividade`,
  takeOver: 'Assumir',
  goToField: ({ name }) => `Ir para o campo de ${name}`,

  connection: {
    connecting: 'Conectando…',
    connected: 'Conectado',
    reconnecting: 'Reconectando…',
    disconnected: 'Desconectado',
    failed: 'Falha na conexão',
    deviceOffline: 'Sem rede',
  },
  restored: 'Conectado novamente',
  resumed: 'De volta – nada foi perdido',
  resynced: 'De volta – atualizado',
  failures: {
    unauthorised: 'Entre novamente',
    forbidden: 'Você não tem acesso aqui',
    'room-full': 'Conexões demais',
    version: 'Recarregue a página',
    kicked: 'Continua em outra janela',
  },
  attempt: (attempt) => `${attempt}ª tentativa`,
  nextTry: (seconds) => `próxima tentativa em ${seconds} s`,
  latency: (milliseconds) => `${milliseconds} ms`,
  queued: plural('pt-BR', { one: '# alteração em espera', other: '# alterações em espera' }),
  retry: 'Tentar novamente',
  signIn: 'Entrar',

  joined: ({ names, count }) => (count === 1 ? `${names} entrou` : `${names} entraram`),
  left: ({ names, count }) => (count === 1 ? `${names} saiu` : `${names} saíram`),
}
