'use client'
import type { Status } from '@rollcall/core'
import { useCallback } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { PresencePerson, RegisteredClient } from '../../context/register.ts'
import { useStateSource } from '../useStateSource.ts'

const statusOf = (self: PresencePerson): Status => self.status

/**
 * My true status, also while invisible, and the function that sets it; `'auto'` gives the choice back to activity.
 * @throws PresenceError `missing_provider`
 */
export function useMyStatus(): readonly [status: Status, setStatus: RegisteredClient['setStatus']] {
  const { client, firstSelf } = useProvidedClient('useMyStatus')
  const setStatus = useCallback<RegisteredClient['setStatus']>(
    (status, options) => client.setStatus(status, options),
    [client],
  )
  const status = useStateSource<PresencePerson, Status>(client.self, { initial: firstSelf, select: statusOf })
  return [status, setStatus]
}
