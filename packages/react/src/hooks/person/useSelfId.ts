'use client'
import { useProvidedClient } from '../../context/clientContext.ts'
import { useStateSource } from '../useStateSource.ts'

const idOf = ({ userId }: { readonly userId: string }): string => userId

/**
 * The id of the person at this page; empty where nobody has said so yet.
 * @throws PresenceError `missing_provider`
 */
export function useSelfId(): string {
  const { client, firstSelf } = useProvidedClient('useSelfId')
  return useStateSource(client.self, { initial: firstSelf, select: idOf })
}
