import { PresenceProvider, PresenceRoom, type PresenceProviderProps } from '@rollcall/react'
import { type ReactElement, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { SurroundingsContext } from '../page/surroundings.ts'
import { ROOM_ID, type Visitor, type World } from './createWorld.ts'

interface ScreenProps extends Pick<PresenceProviderProps, 'announce' | 'locale' | 'timeZone' | 'strings' | 'motion'> {
  readonly world: World
  readonly visitor: Visitor
  /** A second tab of the same person has a name of its own. */
  readonly label?: string
  readonly children: ReactNode
}

/** What one person sees: a tab of theirs, in a frame. Heeds the toolbar, but for what is given here. */
export function Screen({ world, visitor, label, children, ...settings }: ScreenProps): ReactElement | null {
  const { locale, timeZone, strings, motion, clock, network, people } = useContext(SurroundingsContext)
  const [client, setClient] = useState<ReturnType<World['enter']>>()
  const section = useRef<HTMLElement>(null)
  // A client holds a connection, so it is made and given back with the screen, and twice under StrictMode.
  useEffect(() => {
    const opened = world.enter(visitor)
    // oxlint-disable-next-line react/set-state-in-effect -- the client cannot be made while rendering: it connects
    setClient(opened)
    return () => opened.dispose()
  }, [world, visitor])
  useEffect(() => world.follow({ clock, network, people }), [world, clock, network, people])
  useEffect(() => {
    const touched = (): void => world.touch(visitor.id)
    const events = ['pointermove', 'pointerdown', 'keydown'] as const
    for (const type of events) section.current?.addEventListener(type, touched)
    const frame = section.current
    return () => {
      for (const type of events) frame?.removeEventListener(type, touched)
    }
  }, [world, visitor, client])
  if (client === undefined) return null
  const given = { locale, timeZone, strings, ...(motion !== 'full' && { motion }), ...settings }
  return (
    <section ref={section} className="card screen" aria-label={label ?? `Screen of ${visitor.name}`}>
      <PresenceProvider client={client} {...given}>
        <PresenceRoom id={ROOM_ID}>{children}</PresenceRoom>
      </PresenceProvider>
    </section>
  )
}
