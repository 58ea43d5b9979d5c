'use client'
import { useCallback } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { describeUntil } from '../../format/describeUntil.ts'
import { type Timely, useNow } from '../useNow.ts'
import { usePresenceSettings } from '../usePresenceSettings.ts'

interface Words extends Timely {
  readonly text: string | undefined
}

const NONE: Words = { text: undefined, nextChangeAt: null }

/**
 * When something ends, in words that keep true: "until 16:00". `at`: epoch ms by the server's clock; `undefined`: never.
 * What a server renders says nothing: it knows no present.
 * @throws PresenceError `missing_provider`
 */
export function useUntil(at: number | undefined): string | undefined {
  const { client } = useProvidedClient('useUntil')
  const settings = usePresenceSettings()
  const read = useCallback(
    (now: number): Words => (at === undefined ? NONE : describeUntil(at, { ...settings, now })),
    [at, settings],
  )
  return useNow(client.time, read, NONE).text
}
