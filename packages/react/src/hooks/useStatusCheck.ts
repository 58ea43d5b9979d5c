'use client'
import type { Status, StatusRegistry } from '@rollcall/core'
import { useEffect } from 'react'
import { checkStatus } from '../context/checkStatus.ts'

/** In development: says so where a component is given a status that nobody defined. */
export function useStatusCheck(status: Status | undefined, statuses: StatusRegistry | undefined): void {
  useEffect(() => {
    if (status !== undefined && statuses !== undefined) checkStatus(status, statuses)
  }, [status, statuses])
}
