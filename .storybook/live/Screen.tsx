import { PresenceProvider, PresenceRoom, type PresenceProviderProps } from '@rollcall/react'
import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import type { Visitor, World } from './createWorld.ts'

interface ScreenProps extends Pick<PresenceProviderProps, 'announce' | 'locale' | 'timeZone' | 'strings' | 'motion'> {
  readonly world: World
  readonly visitor: Visitor
  /** A second tab of the same person has a name of its own. */
  readonly label?: string
  readonly children: ReactNode
}

/** What one person sees: a tab of theirs, in a frame. */
export function Screen({ world, visitor, label, children, ...settings }: ScreenProps): ReactElement | null {
  const [client, setClient] = useState<ReturnType<World['enter']>>()
  // A client holds a connection, so it is made and given back with the screen, and twice under StrictMode.
  useEffect(() => {
    const opened = world.enter(visitor)
    // oxlint-disable-next-line react/set-state-in-effect -- the client cannot be made while rendering: it connects
    setClient(opened)
    return () => opened.dispose()
  }, [world, visitor])
  if (client === undefined) return null
  return (
    <section className="card screen" aria-label={label ?? `Screen of ${visitor.name}`}>
      <PresenceProvider client={client} {...settings}>
        <PresenceRoom id="story">{children}</PresenceRoom>
      </PresenceProvider>
    </section>
  )
}
