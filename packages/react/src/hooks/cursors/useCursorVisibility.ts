'use client'
import { useCallback, useMemo } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { PresencePerson, RegisteredClient } from '../../context/register.ts'
import { useStateSource } from '../useStateSource.ts'
import { createCursorVisibility, type CursorVisibility } from './cursorVisibility.ts'

/** One per client, for everybody who asks; gone with the client. */
const visibilities = new WeakMap<RegisteredClient, CursorVisibility>()

function visibilityOf(client: RegisteredClient): CursorVisibility {
  const known = visibilities.get(client)
  if (known !== undefined) return known
  const made = createCursorVisibility(typeof window === 'object' ? window : undefined)
  visibilities.set(client, made)
  return made
}

/**
 * Whether the person at this page wants to see the pointers of others, and a way to change it, for a switch. Default
 * true; kept in this browser for this person, in all their tabs. `LiveCursors` without `visible` goes by it.
 * @throws PresenceError `missing_provider`
 */
export function useCursorVisibility(): readonly [isVisible: boolean, setVisible: (isVisible: boolean) => void] {
  const { client, firstSelf } = useProvidedClient('useCursorVisibility')
  const viewer = useStateSource<PresencePerson, string>(client.self, {
    initial: firstSelf,
    select: (self) => self.userId,
  })
  const visibility = visibilityOf(client)
  const source = useMemo(
    () => ({ getCurrent: () => visibility.get(viewer), subscribe: visibility.subscribe }),
    [visibility, viewer],
  )
  const setVisible = useCallback((isVisible: boolean) => visibility.set(viewer, isVisible), [visibility, viewer])
  return [useStateSource(source, { initial: true }), setVisible]
}
