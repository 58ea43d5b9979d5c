'use client'
import { useMemo } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import type { IsEqual, Select } from '../selection.ts'
import { useStateSource } from '../useStateSource.ts'
import { createPresenceSource, emptySnapshot, type PresenceActions, type PresenceSnapshot } from './presenceSnapshot.ts'

/**
 * Everything about the room at once: who is here, where they are, how well we know it, and how to say something of
 * ourselves. Renders on every change of the room; with `select`, only when what is selected changes. The actions keep
 * their identity. A page that shows many people is better off with `useOthersMapped` and `useMember`.
 * @throws PresenceError `missing_provider`
 */
export function usePresence(): PresenceSnapshot
export function usePresence<S>(select: Select<PresenceSnapshot, S>, isEqual?: IsEqual<S>): S
export function usePresence<S>(select?: Select<PresenceSnapshot, S>, isEqual?: IsEqual<S>): S | PresenceSnapshot {
  const { client } = useProvidedClient('usePresence')
  const room = useRoomOf('usePresence')
  const { source, initial } = useMemo(() => {
    const actions: PresenceActions = {
      update: (patch) => room.update(patch),
      setStatus: (status, options) => client.setStatus(status, options),
      reportPresence: (locations) => room.reportPresence(locations),
    }
    return { source: createPresenceSource(client, room, actions), initial: emptySnapshot(actions, room) }
  }, [client, room])
  return useStateSource<PresenceSnapshot, S>(source, { initial, select, isEqual })
}
