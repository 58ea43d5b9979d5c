import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

/** Japanese. */
export const ja: Strings = {
  language: 'ja',

  statuses: {
    online: 'オンライン',
    away: '離席中',
    busy: '取り込み中',
    dnd: '応答不可',
    invisible: '非表示',
    offline: 'オフライン',
    unknown: '不明',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined ? `${label}(接続が切れました)` : `${label}(${seconds} 秒前に接続が切れました)`,
  invisibleToOthers: '非表示 – 他の人にはオフラインと表示されます',
  nameAndStatus: ({ name, status }) => `${name}、${status}`,
  sessions: plural('ja', { other: '# セッション' }),
  you: 'あなた',

  justNow: 'たった今',
  never: 'なし',
  lastSeenHidden: '最終アクセスは非公開',
  asOf: ({ time }) => `${time} 時点`,
  yesterdayAt: ({ day, time }) => `${day} ${time}`,
  lastSeen: ({ when }) => `最終アクセス: ${when}`,
  awaySince: ({ when }) => `離席中 · ${when}`,
  approximate: {
    recently: '最近',
    'within-week': '1 週間以内',
    'within-month': '1 か月以内',
    'long-ago': 'かなり前',
  },

  typing: ({ names }) => `${names}が入力中…`,
  typingOthers: plural('ja', { other: '他 # 人' }),
  severalTyping: '複数の人が入力中…',
  someone: '誰か',

  peopleHere: plural('ja', { other: '# 人が参加中' }),
  morePeople: plural('ja', { other: '+# 人' }),
  justLeft: '退出しました',
  nthSession: ({ name, number }) => `${name}、セッション ${number}`,
  unavailable: 'プレゼンスを利用できません',
  onlyYou: 'あなただけ',
  loadingPeople: '参加者を読み込み中',
  people: '参加者',
  nobodyElse: 'まだ他に誰もいません',
  searchPeople: 'メンバーを検索',
  nobodyMatches: '該当者なし',

  myStatus: ({ status }) => `自分のステータス: ${status}`,
  automatic: '自動',
  statusText: 'いま何をしていますか？',
  clearAfter: '次の後に消去',
  dontClear: '消去しない',
  until: ({ time }) => `${time} まで`,
  save: '保存',
  appliesLater: '再接続後に反映されます',

  editing: ({ names }) => `${names}がこの項目を編集中`,

  locked: ({ names }) => `${names}が編集中です（閲覧のみ）`,
  editingIdle: ({ names }) => `${names}がこの欄にいます（操作なし）`,
  takeOver: '引き継ぐ',

  connection: {
    connecting: '接続中…',
    connected: '接続済み',
    reconnecting: '再接続中…',
    disconnected: '切断されました',
    failed: '接続に失敗しました',
    deviceOffline: 'ネットワークなし',
  },
  restored: '再接続しました',
  resumed: '再接続しました（取りこぼしなし）',
  resynced: '再接続しました（更新済み）',
  failures: {
    'sign-in': 'もう一度サインインしてください',
    'not-allowed': 'アクセス権がありません',
    full: '接続数が多すぎます',
    outdated: 'ページを再読み込みしてください',
    replaced: '別のウィンドウで続行中',
  },
  attempt: (attempt) => `${attempt} 回目`,
  nextTry: (seconds) => `${seconds} 秒後に再試行`,
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: '再試行',

  joined: ({ names }) => `${names}が参加しました`,
  left: ({ names }) => `${names}が退出しました`,
}
