import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

/** Simplified Chinese. */
export const zhCN: Strings = {
  language: 'zh-CN',

  statuses: {
    online: '在线',
    away: '离开',
    busy: '忙碌',
    dnd: '请勿打扰',
    invisible: '隐身',
    offline: '离线',
    unknown: '未知',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined ? `${label}(连接已断开)` : `${label}(连接已断开 ${seconds} 秒)`,
  invisibleToOthers: '隐身 – 其他人看到您离线',
  nameAndStatus: ({ name, status }) => `${name},${status}`,
  sessions: plural('zh-CN', { other: '# 个会话' }),
  you: '您',

  justNow: '刚刚',
  never: '从未',
  lastSeenHidden: '已隐藏最近在线时间',
  asOf: ({ time }) => `截至 ${time}`,
  yesterdayAt: ({ day, time }) => `${day} ${time}`,
  lastSeen: ({ when }) => `上次在线:${when}`,
  awaySince: ({ when }) => `离开 · ${when}`,
  approximate: {
    recently: '最近',
    'within-week': '一周内',
    'within-month': '一个月内',
    'long-ago': '很久以前',
  },

  typing: ({ names }) => `${names}正在输入…`,
  typingOthers: plural('zh-CN', { other: '另外 # 人' }),
  severalTyping: '多人正在输入…',
  someone: '有人',

  peopleHere: plural('zh-CN', { other: '# 人在此' }),
  morePeople: plural('zh-CN', { other: '+# 人' }),
  justLeft: '刚刚离开',
  nthSession: ({ name, number }) => `${name}，会话 ${number}`,
  unavailable: '在线状态不可用',
  onlyYou: '只有您',
  loadingPeople: '正在加载人员',
  people: '人员',
  nobodyElse: '还没有其他人',
  searchPeople: '搜索成员',
  nobodyMatches: '没有匹配的人',

  myStatus: ({ status }) => `我的状态:${status}`,
  automatic: '自动',
  statusText: '你在做什么？',
  clearAfter: '多久后清除',
  dontClear: '不清除',
  until: ({ time }) => `直到 ${time}`,
  save: '保存',
  appliesLater: '恢复连接后生效',

  editing: ({ names }) => `${names}正在编辑此字段`,

  locked: ({ names }) => `${names}正在编辑，你可以查看`,
  editingIdle: ({ names }) => `${names}在此字段，暂无操作`,
  takeOver: '接管',

  connection: {
    connecting: '正在连接…',
    connected: '已连接',
    reconnecting: '正在重新连接…',
    disconnected: '已断开',
    failed: '连接失败',
    deviceOffline: '无网络',
  },
  restored: '已重新连接',
  resumed: '已恢复，没有遗漏',
  resynced: '已恢复，内容已刷新',
  failures: {
    'sign-in': '请重新登录',
    'not-allowed': '你没有访问权限',
    full: '连接过多',
    outdated: '请重新加载页面',
    replaced: '已在其他窗口继续',
  },
  attempt: (attempt) => `第 ${attempt} 次尝试`,
  nextTry: (seconds) => `${seconds} 秒后重试`,
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: '重试',

  joined: ({ names }) => `${names}已加入`,
  left: ({ names }) => `${names}已离开`,
}
