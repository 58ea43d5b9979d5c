'use client'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { RegisteredSelf } from '../../context/register.ts'
import type { IsEqual, Select } from '../selection.ts'
import { useStateSource } from '../useStateSource.ts'

/**
 * What a component shows of the person at this page: their true status, also while invisible, and until when.
 * @throws PresenceError `missing_provider`
 */
export function useOwnPerson<S>(select: Select<RegisteredSelf, S>, isEqual?: IsEqual<S>): S {
  const { client, firstSelf } = useProvidedClient('useOwnPerson')
  return useStateSource<RegisteredSelf, S>(client.self, { initial: firstSelf, select, isEqual })
}
