import { PresenceError } from '@rollcall/core'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  PresenceRoom,
  useAnnounce,
  useClient,
  useConnection,
  useCursors,
  useCursorVisibility,
  useDeparted,
  useFieldPresence,
  useLastSeen,
  useLocations,
  useMember,
  useMyPresence,
  useMyStatus,
  useOccupancy,
  useOthers,
  useOthersMapped,
  usePresence,
  usePresenceEvents,
  useReportPresence,
  useRoom,
  useSelf,
  useTyping,
  useTypingAnnouncement,
  useUpdateMyPresence,
  useUserPresence,
} from '../index.ts'

/** What rendering it throws; on the way of a server, which has no boundaries and prints nothing. */
function errorOf(hook: () => unknown): unknown {
  const Probe = () => {
    hook()
    return null
  }
  try {
    return renderToString(<Probe />)
  } catch (error) {
    return error
  }
}

const hooks: Readonly<Record<string, () => unknown>> = {
  useAnnounce,
  useClient,
  useRoom,
  usePresence,
  useSelf,
  useMyPresence,
  useUpdateMyPresence,
  useOthers,
  useDeparted,
  useMyStatus,
  useOccupancy,
  useTyping,
  useLocations,
  useCursors,
  useCursorVisibility,
  useConnection,
  useTypingAnnouncement: () => useTypingAnnouncement(),
  useOthersMapped: () => useOthersMapped((member) => member.status),
  useMember: () => useMember('ada'),
  useUserPresence: () => useUserPresence('ada'),
  useLastSeen: () => useLastSeen('ada'),
  useReportPresence: () => useReportPresence(null),
  useFieldPresence: () => useFieldPresence('title'),
  usePresenceEvents: () => usePresenceEvents(() => {}),
}

test.each(Object.entries(hooks))('%s outside of its provider names itself and the fix', (name, hook) => {
  const error = errorOf(hook)
  expect(error).toBeInstanceOf(PresenceError)
  expect(error).toMatchObject({ code: 'missing_provider', docs: expect.stringContaining('missing_provider') })
  expect(String(error)).toContain(name)
  expect((error as PresenceError).hint).toMatch(/inside <Presence(Provider|Room)>/)
})

test('<PresenceRoom> without a provider says so', () => {
  const error = errorOf(() => PresenceRoom({ id: 'room' }))
  expect(error).toMatchObject({ code: 'missing_provider', details: { element: 'PresenceProvider' } })
})
