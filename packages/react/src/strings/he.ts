import { plural } from './plural.ts'
import type { Strings } from './strings.ts'

/** Hebrew. */
export const he: Strings = {
  language: 'he',

  statuses: {
    online: 'מחובר',
    away: 'לא ליד המחשב',
    busy: 'עסוק',
    dnd: 'נא לא להפריע',
    invisible: 'בלתי נראה',
    offline: 'לא מחובר',
    unknown: 'לא ידוע',
  },
  stale: ({ label, seconds }) =>
    seconds === undefined ? `${label} (החיבור אבד)` : `${label} (החיבור אבד לפני ${seconds} שנ׳)`,
  invisibleToOthers: 'בלתי נראה – אחרים רואים אותך כלא מחובר',
  nameAndStatus: ({ name, status }) => `${name}, ${status}`,
  sessions: plural('he', { one: 'חיבור אחד', two: 'שני חיבורים', other: '# חיבורים' }),
  you: 'את/ה',

  justNow: 'ממש עכשיו',
  never: 'אף פעם',
  lastSeenHidden: 'הנראות האחרונה מוסתרת',
  asOf: ({ time }) => `נכון ל־${time}`,
  yesterdayAt: ({ day, time }) => `${day} ב-${time}`,
  lastSeen: ({ when }) => `נראה לאחרונה ${when}`,
  awaySince: ({ when }) => `לא ליד המחשב · ${when}`,
  approximate: {
    recently: 'לאחרונה',
    'within-week': 'במהלך השבוע',
    'within-month': 'במהלך החודש',
    'long-ago': 'לפני זמן רב',
  },

  typing: ({ names, count }) => (count === 1 ? `${names} מקליד/ה…` : `${names} מקלידים…`),
  typingOthers: plural('he', { one: 'עוד אדם', two: 'עוד שניים', other: 'עוד #' }),
  severalTyping: 'כמה אנשים מקלידים…',
  someone: 'מישהו',

  peopleHere: plural('he', { one: 'אדם אחד כאן', two: 'שני אנשים כאן', other: '# אנשים כאן' }),
  morePeople: plural('he', { one: 'עוד אדם אחד', two: 'עוד שניים', other: '+# אנשים' }),
  justLeft: 'יצא/ה זה עתה',
  nthSession: ({ name, number }) => `${name}, חיבור ${number}`,
  unavailable: 'הנוכחות אינה זמינה',
  onlyYou: 'רק את/ה',
  loadingPeople: 'טוען אנשים',
  people: 'אנשים',
  nobodyElse: 'אין כאן עוד אף אחד',
  searchPeople: 'חיפוש אנשים',
  nobodyMatches: 'אין תוצאות',

  myStatus: ({ status }) => `הסטטוס שלי: ${status}`,
  automatic: 'אוטומטי',
  statusText: 'מה את/ה עושה?',
  clearAfter: 'ניקוי אחרי',
  dontClear: 'לא לנקות',
  until: ({ time }) => `עד ${time}`,
  save: 'שמירה',
  appliesLater: 'ייכנס לתוקף כשהחיבור יחזור',

  editing: ({ names, count }) => (count === 1 ? `${names} עורך/ת את השדה הזה` : `${names} עורכים את השדה הזה`),

  locked: ({ names, count }) => (count === 1 ? `${names} עורך/ת; אפשר לקרוא` : `${names} עורכים; אפשר לקרוא`),
  editingIdle: ({ names }) => `${names} בשדה הזה, ללא פעילות`,
  takeOver: 'השתלטות',

  connection: {
    connecting: 'מתחבר…',
    connected: 'מחובר',
    reconnecting: 'מתחבר מחדש…',
    disconnected: 'מנותק',
    failed: 'החיבור נכשל',
    deviceOffline: 'אין רשת',
  },
  restored: 'מחובר שוב',
  resumed: 'החיבור חזר – לא פספסת דבר',
  resynced: 'החיבור חזר – התוכן רוענן',
  failures: {
    'sign-in': 'יש להתחבר מחדש לחשבון',
    'not-allowed': 'אין לך גישה לכאן',
    full: 'יותר מדי חיבורים',
    outdated: 'יש לטעון מחדש את הדף',
    replaced: 'ממשיך בחלון אחר',
  },
  attempt: (attempt) => `ניסיון ${attempt}`,
  nextTry: (seconds) => `ניסיון נוסף בעוד ${seconds} שנ׳`,
  latency: (milliseconds) => `${milliseconds} ms`,
  retry: 'נסה שוב',

  joined: ({ names, count }) => (count === 1 ? `${names} הצטרף/ה` : `${names} הצטרפו`),
  left: ({ names, count }) => (count === 1 ? `${names} עזב/ה` : `${names} עזבו`),
}
