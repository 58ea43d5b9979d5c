import { expect, test } from 'vitest'
import * as face from './index.ts'

/** The hooks of the package. A new one is a decision: it is written here, too. */
const HOOKS = [
  'useAnnounce',
  'useClient',
  'useConnection',
  'useCursorVisibility',
  'useCursors',
  'useDeparted',
  'useFieldPresence',
  'useLastSeen',
  'useLocations',
  'useMember',
  'useMyPresence',
  'useMyStatus',
  'useOccupancy',
  'useOthers',
  'useOthersMapped',
  'usePresence',
  'usePresenceEvents',
  'usePresenceSettings',
  'useReportPresence',
  'useRoom',
  'useSelf',
  'useTyping',
  'useTypingAnnouncement',
  'useUpdateMyPresence',
  'useUserPresence',
]

test('the hooks of the package are these', () => {
  expect(
    Object.keys(face)
      .filter((name) => name.startsWith('use'))
      .sort(),
  ).toEqual(HOOKS)
})

test('what is inside stays inside: no store, no source, no context', () => {
  expect(Object.keys(face).filter((name) => /Context|Source|Holding|Ticker/.test(name))).toEqual([])
})
