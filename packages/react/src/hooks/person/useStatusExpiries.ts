'use client'
import { useCallback } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import {
  statusExpiresAt,
  type StatusExpiry,
  type StatusExpiryOption,
  statusExpiryOptions,
} from '../../format/statusExpiries.ts'
import { type Timely, useNow } from '../useNow.ts'
import { usePresenceSettings } from '../usePresenceSettings.ts'
import { sameJson, useSame } from '../useSame.ts'

interface Options extends Timely {
  readonly options: readonly StatusExpiryOption[]
}

const NONE: Options = { options: [], nextChangeAt: null }

/**
 * For how long a status may hold, in words that follow the clock, and which instant each of them means now. `present`:
 * when the present one ends, epoch ms. The list may be written inline.
 * @throws PresenceError `missing_provider`
 */
export function useStatusExpiries(
  expiries: readonly StatusExpiry[],
  present: number | undefined,
): { readonly options: readonly StatusExpiryOption[]; readonly expiresAt: (id: string) => number | undefined } {
  const { client } = useProvidedClient('useStatusExpiries')
  const settings = usePresenceSettings()
  const offered = useSame(expiries, sameJson)
  const read = useCallback(
    (now: number): Options => statusExpiryOptions({ expiries: offered, present }, { ...settings, now }),
    [offered, present, settings],
  )
  const { options } = useNow(client.time, read, NONE)
  const expiresAt = useCallback(
    (id: string) => statusExpiresAt(id, client.time.now(), settings.timeZone),
    [client, settings],
  )
  return { options, expiresAt }
}
