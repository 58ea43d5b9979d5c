/** What the hooks' types say, and what must not compile. Nothing here runs. */
import {
  type PresenceMember,
  type PresencePerson,
  PresenceRoom,
  useMember,
  useMyPresence,
  useOthers,
  useOthersMapped,
  usePresence,
  useTyping,
  useUserPresence,
} from '../index.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function is<A, B>(_equal: Equal<A, B>): void {}

const sameText = (a: string, b: string): boolean => a === b

export function useTypes(): void {
  const others = useOthers()
  is<typeof others, readonly PresenceMember[]>(true)
  const count = useOthers((list) => list.length)
  is<typeof count, number>(true)
  const mapped = useOthersMapped((member) => member.status.length)
  is<typeof mapped, readonly (readonly [userId: string, item: number])[]>(true)
  const member = useMember('ada')
  is<typeof member, PresenceMember | undefined>(true)
  const person = useUserPresence('ada')
  is<typeof person, PresencePerson | undefined>(true)
  const people = useUserPresence(['ada'])
  is<typeof people, ReadonlyMap<string, PresencePerson>>(true)
  const { status } = usePresence()
  is<typeof status, 'loading' | 'ready' | 'stale' | 'error'>(true)

  // @ts-expect-error -- somebody may have left
  useMember('ada', (one) => one.status)
  // @ts-expect-error -- equality of texts cannot compare numbers
  useOthers((list) => list.length, sameText)
  const [, update] = useMyPresence()
  // @ts-expect-error -- presence is made of keys
  void update('red')
}

export const Fields = () => {
  const { inputProps } = useTyping()
  return (
    <>
      <input {...inputProps} />
      <textarea {...inputProps} />
    </>
  )
}

export const Rooms = () => (
  <>
    <PresenceRoom id="room" subscribe="count" />
    {/* @ts-expect-error -- a room needs an id */}
    <PresenceRoom />
    {/* @ts-expect-error -- only "count" is a word here */}
    <PresenceRoom id="room" subscribe="all" />
  </>
)
