/**
 * TanStack Query: what it fetches is the document, what we tell is who is there. Events of the room say when a fetched
 * list is old. The library is no dependency of ours; what is used of it stands here by its shape.
 */
import { type PresenceMember, PresenceRoom, usePresenceEvents, useOccupancy } from '@rollcall/react'

interface Query<T> {
  readonly queryKey: readonly unknown[]
  readonly queryFn: () => Promise<T>
}
declare function useSuspenseQuery<T>(query: Query<T>): { readonly data: T }
declare function useQueryClient(): {
  invalidateQueries(filter: { readonly queryKey: readonly unknown[] }): Promise<void>
}
declare function fetchMembers(room: string): Promise<readonly PresenceMember[]>

// #region seed
export function SeededRoom({ room }: { readonly room: string }) {
  const { data } = useSuspenseQuery({ queryKey: ['members', room], queryFn: () => fetchMembers(room) })
  return (
    <PresenceRoom id={room} initialMembers={data}>
      <Count />
    </PresenceRoom>
  )
}

function Count() {
  const { members } = useOccupancy()
  return <p>{members} here</p>
}
// #endregion

// #region events
export function RefreshOnLeave({ documentId }: { readonly documentId: string }) {
  const queries = useQueryClient()
  usePresenceEvents(({ type }) => {
    // Whoever leaves may have saved.
    if (type === 'leave') void queries.invalidateQueries({ queryKey: ['document', documentId] })
  })
  return null
}
// #endregion
