'use client'
import type { Connection } from '@rollcall/core'
import { useProvidedClient } from '../../context/clientContext.ts'
import { CONNECTING } from '../../context/emptyRoom.ts'
import type { IsEqual, Select } from '../selection.ts'
import { useStateSource } from '../useStateSource.ts'

/**
 * Whether we are connected, and what is being done about it. `device` is what the device says of its network, apart
 * from the socket: either can be down alone.
 * @throws PresenceError `missing_provider`
 */
export function useConnection(): Connection
export function useConnection<S>(select: Select<Connection, S>, isEqual?: IsEqual<S>): S
export function useConnection<S>(select?: Select<Connection, S>, isEqual?: IsEqual<S>): S | Connection {
  const { connection } = useProvidedClient('useConnection').client
  return useStateSource<Connection, S>(connection, { initial: CONNECTING, select, isEqual })
}
