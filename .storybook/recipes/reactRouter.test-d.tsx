/**
 * React Router 7: a loader reads who is in the room, the route renders it, and the client is made once. The router is no
 * dependency of ours; what is used of it stands here by its shape.
 */
import { createPresenceClient, webSocket } from '@rollcall/core'
import { AvatarStack, type PresenceMember, PresenceProvider, PresenceRoom } from '@rollcall/react'
import type { ReactNode } from 'react'

declare function useLoaderData<Loader extends (...args: never[]) => unknown>(): Awaited<ReturnType<Loader>>
declare function membersOf(room: string): Promise<readonly PresenceMember[]>
declare function Outlet(): ReactNode

// #region root
// app/root.tsx: on the server the client connects nowhere until a room is mounted, and effects do not run there.
const client = createPresenceClient({ transport: webSocket({ url: '/realtime' }) })

export function Root() {
  return (
    <PresenceProvider client={client} locale="en" timeZone="UTC">
      <Outlet />
    </PresenceProvider>
  )
}
// #endregion

// #region route
// app/routes/document.tsx
export async function loader({ params }: { readonly params: { readonly id: string } }) {
  const room = `doc:${params.id}`
  return { room, members: await membersOf(room) }
}

export function DocumentRoute() {
  const { room, members } = useLoaderData<typeof loader>()
  return (
    <PresenceRoom id={room} initialMembers={members}>
      <AvatarStack />
    </PresenceRoom>
  )
}
// #endregion
