'use client'
/** `StatusMenuView` of the person at this page. */
import { forwardRef } from 'react'
import { useMyStatus } from '../../hooks/person/useMyStatus.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { StatusMenuView, type StatusMenuViewProps } from './StatusMenuView.tsx'

export type StatusMenuProps = Omit<StatusMenuViewProps, 'status' | 'onChoose'> & {
  /** Told when the server refuses the choice. Default: nobody; the status then reads as before. */
  readonly onRefused?: ((error: unknown) => void) | undefined
}

/** What is chosen while the link is down goes out when it is back. */
export const StatusMenu: Part<StatusMenuProps, HTMLDivElement> = forwardRef<HTMLDivElement, StatusMenuProps>(
  function StatusMenu({ onRefused, ...view }, ref) {
    const { strings } = usePresenceSettings()
    const statuses = useStatuses()
    const [status, setStatus] = useMyStatus()
    const choose = (choice: string): void => {
      setStatus(choice).catch((error: unknown) => onRefused?.(error))
    }
    return <StatusMenuView {...{ strings, statuses }} {...view} status={status} onChoose={choose} ref={ref} />
  },
)
