/**
 * Next.js' app router, as it is written there: three files, typed by their shapes (Next itself is no dependency).
 * A server component may not make a client of ours, but it may hand over who is in the room, as plain JSON.
 */
import { createPresenceClient, webSocket } from '@rollcall/core'
import { AvatarStack, type PresenceMember, PresenceProvider, PresenceRoom } from '@rollcall/react'
import { de } from '@rollcall/react/strings/de'
import type { ReactElement, ReactNode } from 'react'

// app/presence.tsx — 'use client': functions and a client cannot cross from the server, so the boundary is here.
const client = createPresenceClient({ transport: webSocket({ url: 'wss://presence.example.com/realtime' }) })

interface PresenceProps {
  readonly locale: string
  readonly timeZone: string
  readonly children: ReactNode
}

export function Presence({ locale, timeZone, children }: PresenceProps): ReactElement {
  return (
    <PresenceProvider client={client} {...{ locale, timeZone }} {...(locale === 'de' && { strings: de })}>
      {children}
    </PresenceProvider>
  )
}

// app/layout.tsx — a server component: language and zone are said once, so that the page hydrates as it was sent.
declare function cookies(): Promise<{ get(name: string): { readonly value: string } | undefined }>

export async function RootLayout({ children }: { readonly children: ReactNode }): Promise<ReactElement> {
  const timeZone = (await cookies()).get('zone')?.value ?? 'UTC'
  return (
    <html lang="de">
      <body>
        <Presence locale="de" timeZone={timeZone}>
          {children}
        </Presence>
      </body>
    </html>
  )
}

// app/documents/[id]/page.tsx — a server component: asks the server for the list, and renders it.
declare function membersOf(room: string): Promise<readonly PresenceMember[]>

interface PageProps {
  readonly params: Promise<{ readonly id: string }>
}

export async function Page({ params }: PageProps): Promise<ReactElement> {
  const { id } = await params
  const room = `doc:${id}`
  return (
    <PresenceRoom id={room} initialMembers={await membersOf(room)}>
      <AvatarStack />
    </PresenceRoom>
  )
}
