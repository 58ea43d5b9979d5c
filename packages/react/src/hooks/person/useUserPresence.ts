'use client'
import { useMemo } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { PresencePerson } from '../../context/register.ts'
import { combineSources } from '../combineSources.ts'
import { useSame, sameJson } from '../useSame.ts'
import { type Readable, useStateSource } from '../useStateSource.ts'

/** People by id; who is not known yet has no entry. */
export type PeopleById = ReadonlyMap<string, PresencePerson>

const NO_PEOPLE: PeopleById = new Map()

/**
 * Somebody wherever they are, not only in this room; or several, as a map by id. They are followed while mounted.
 * `undefined` (or no entry) until the server has told of them. The list may be written inline.
 * @throws PresenceError `missing_provider`; `unsupported` over a medium without a server
 */
export function useUserPresence(userId: string): PresencePerson | undefined
export function useUserPresence(userIds: readonly string[]): PeopleById
export function useUserPresence(userIds: string | readonly string[]): PresencePerson | PeopleById | undefined {
  const { client } = useProvidedClient('useUserPresence')
  const ids = useSame(userIds, sameJson)
  const { source, initial } = useMemo((): {
    source: Readable<PresencePerson | PeopleById | undefined>
    initial: PeopleById | undefined
  } => {
    if (typeof ids === 'string') return { source: client.user(ids), initial: undefined }
    const users = ids.map((id) => [id, client.user(id)] as const)
    const build = (): PeopleById => {
      const people = new Map<string, PresencePerson>()
      for (const [id, user] of users) {
        const person = user.getCurrent()
        if (person !== undefined) people.set(id, person)
      }
      return people
    }
    return {
      source: combineSources(
        users.map(([, user]) => user),
        build,
      ),
      initial: NO_PEOPLE,
    }
  }, [client, ids])
  return useStateSource<PresencePerson | PeopleById | undefined>(source, { initial })
}
