'use client'
import type { StatusRegistry } from '@rollcall/core'
import { useContext } from 'react'
import { ClientContext } from '../../context/clientContext.ts'

/** The statuses that the app defined; `undefined` outside of a provider, where the built-in ones hold. */
export function useStatuses(): StatusRegistry | undefined {
  return useContext(ClientContext)?.client.statuses
}
