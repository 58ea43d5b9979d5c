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
  lastSeenHidden: 'آخر ظهور مخفي',
  asOf: ({ time }) => `حتى ${time}`,
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
  justLeft: 'غادر للتو',
  nthSession: ({ name, number }) => `${name}، جلسة ${number}`,
  unavailable: 'حالة الحضور غير متاحة',
  onlyYou: 'أنت فقط',
  loadingPeople: 'جارٍ تحميل الأشخاص',
  people: 'الأشخاص',
  nobodyElse: 'لا يوجد أحد آخر بعد',
  searchPeople: 'البحث عن أشخاص',
  nobodyMatches: 'لا نتائج',

  myStatus: ({ status }) => `حالتي: ${status}`,
  automatic: 'تلقائي',
  statusText: 'ماذا تفعل الآن؟',
  clearAfter: 'المسح بعد',
  dontClear: 'عدم المسح',
  until: ({ time }) => `حتى ${time}`,
  save: 'حفظ',
  appliesLater: 'سيُطبَّق عند عودة الاتصال',

  editing: ({ names, count }) => (count === 1 ? `${names} يحرر هذا الحقل` : `${names} يحررون هذا الحقل`),

  locked: ({ names, count }) => (count === 1 ? `${names} يحرر؛ يمكنك القراءة` : `${names} يحررون؛ يمكنك القراءة`),
  editingIdle: ({ names }) => `${names} في هذا الحقل دون نشاط`,
  takeOver: 'تولّي التحرير',

  connection: {
    connecting: 'جارٍ الاتصال…',
    connected: 'متصل',
    reconnecting: 'جارٍ إعادة الاتصال…',
    disconnected: 'غير متصل',
    failed: 'فشل الاتصال',
    deviceOffline: 'لا توجد شبكة',
  },
  restored: 'عاد الاتصال',
  resumed: 'عاد الاتصال ولم يفتك شيء',
  resynced: 'عاد الاتصال وتم التحديث',
  failures: {
    'sign-in': 'يرجى تسجيل الدخول مجددًا',
    'not-allowed': 'لا تملك صلاحية الوصول',
    full: 'اتصالات كثيرة جدًا',
    outdated: 'يرجى إعادة تحميل الصفحة',
    replaced: 'استؤنف في نافذة أخرى',
  },
  attempt: (attempt) => `المحاولة ${attempt}`,
  nextTry: (seconds) => `المحاولة التالية بعد ${seconds} ث`,
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: 'إعادة المحاولة',

  joined: ({ names }) => `انضم ${names}`,
  left: ({ names }) => `غادر ${names}`,
}
