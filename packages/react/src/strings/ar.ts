import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

/** Arabic. */
export const ar: Strings = {
  language: 'ar',

  statuses: {
    online: 'متصل',
    away: 'بعيد',
    busy: 'مشغول',
    dnd: 'عدم الإزعاج',
    invisible: 'مخفي',
    offline: 'غير متصل',
    unknown: 'غير معروف',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined ? `${label} (انقطع الاتصال)` : `${label} (انقطع الاتصال منذ ${seconds} ث)`,
  invisibleToOthers: 'مخفي – يراك الآخرون غير متصل',
  nameAndStatus: ({ name, status }) => `${name}، ${status}`,
  sessions: plural('ar', {
    zero: 'لا جلسات',
    one: 'جلسة واحدة',
    two: 'جلستان',
    few: '# جلسات',
    many: '# جلسة',
    other: '# جلسة',
  }),
  you: 'أنت',

  justNow: 'الآن',
  never: 'أبدًا',
  yesterdayAt: ({ day, time }) => `${day} ${time}`,
  lastSeen: ({ when }) => `آخر ظهور ${when}`,
  awaySince: ({ when }) => `بعيد · ${when}`,
  approximate: {
    recently: 'مؤخرًا',
    'within-week': 'خلال أسبوع',
    'within-month': 'خلال شهر',
    'long-ago': 'منذ زمن طويل',
  },

  typing: ({ names, count }) => (count === 1 ? `${names} يكتب…` : `${names} يكتبون…`),
  typingOthers: plural('ar', { one: 'شخص آخر', two: 'شخصان آخران', few: '# آخرون', many: '# آخرون', other: '# آخرون' }),
  severalTyping: 'عدة أشخاص يكتبون…',
  someone: 'شخص ما',

  peopleHere: plural('ar', {
    zero: 'لا أحد هنا',
    one: 'شخص واحد هنا',
    two: 'شخصان هنا',
    few: '# أشخاص هنا',
    many: '# شخصًا هنا',
    other: '# شخص هنا',
  }),
  morePeople: plural('ar', { one: 'شخص آخر', two: 'شخصان آخران', few: '+# أشخاص', many: '+# شخصًا', other: '+# شخص' }),
  onlyYou: 'أنت فقط',
  loadingPeople: 'جارٍ تحميل الأشخاص',
  people: 'الأشخاص',
  nobodyElse: 'لا يوجد أحد آخر بعد',

  myStatus: ({ status }) => `حالتي: ${status}`,
  automatic: 'تلقائي',

  editing: ({ names, count }) => (count === 1 ? `${names} يحرر هذا الحقل` : `${names} يحررون هذا الحقل`),

  connection: {
    connecting: 'جارٍ الاتصال…',
    connected: 'متصل',
    reconnecting: 'جارٍ إعادة الاتصال…',
    disconnected: 'غير متصل',
    failed: 'فشل الاتصال',
    deviceOffline: 'لا توجد شبكة',
  },
  restored: 'عاد الاتصال',
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: 'إعادة المحاولة',

  joined: ({ names }) => `انضم ${names}`,
  left: ({ names }) => `غادر ${names}`,
}
