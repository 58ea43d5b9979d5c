'use client'
import type { Status } from '@rollcall/core'
import type { RegisteredSelf } from '../../context/register.ts'
import { useOwnPerson } from './useOwnPerson.ts'

/** My status as I chose it, here or elsewhere, or as activity says it. */
export interface OwnStatus {
  readonly status: Status
  readonly text: string | undefined
  /** Epoch ms by the server's clock; `undefined`: until it is changed. */
  readonly expiresAt: number | undefined
  readonly isChosen: boolean
}

function ownStatus({ status, statusText, statusExpiresAt, isStatusChosen }: RegisteredSelf): OwnStatus {
  return { status, text: statusText, expiresAt: statusExpiresAt, isChosen: isStatusChosen }
}

function isSame(a: OwnStatus, b: OwnStatus): boolean {
  const isSameChoice = a.status === b.status && a.isChosen === b.isChosen
  return isSameChoice && a.text === b.text && a.expiresAt === b.expiresAt
}

/** @throws PresenceError `missing_provider` */
export function useOwnStatus(): OwnStatus {
  return useOwnPerson(ownStatus, isSame)
}
