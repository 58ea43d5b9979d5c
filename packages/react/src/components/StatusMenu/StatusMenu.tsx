'use client'
/** `StatusMenuView` of the person at this page. */
import { forwardRef } from 'react'
import { STATUS_EXPIRIES, type StatusExpiry } from '../../format/statusExpiries.ts'
import { useOwnStatus } from '../../hooks/person/useOwnStatus.ts'
import { type StatusChoice, useStatusRequests } from '../../hooks/person/useStatusRequests.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { useUntil } from '../../hooks/person/useUntil.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { StatusForm } from './StatusForm.tsx'
import { StatusMenuView, type StatusMenuViewProps } from './StatusMenuView.tsx'

type Bound = 'status' | 'chosen' | 'onChoose' | 'text' | 'until' | 'form' | 'pending' | 'refusal'

export type StatusMenuProps = Omit<StatusMenuViewProps, Bound> & {
  /** For how long a status may hold. Default: no end, 30 minutes, 1 hour, the next full hours, today. */
  readonly expiries?: readonly StatusExpiry[] | undefined
  /** Whether words can be written beside the status, and its end be chosen. Default true. */
  readonly writable?: boolean | undefined
  /** Told when a choice is refused, which is shown and spoken as well. Default: nobody. */
  readonly onRefused?: ((error: unknown) => void) | undefined
}

/**
 * What is chosen while the link is down shows at once and goes out when it is back; what is refused is taken back, and
 * said why. Another status keeps the words and their end; automatic, and the end itself, take them away.
 */
export const StatusMenu: Part<StatusMenuProps, HTMLDivElement> = forwardRef<HTMLDivElement, StatusMenuProps>(
  function StatusMenu({ expiries = STATUS_EXPIRIES, writable = true, onRefused, ...view }, ref) {
    const { strings } = usePresenceSettings()
    const statuses = useStatuses()
    const { status, text, expiresAt, isChosen } = useOwnStatus()
    const until = useUntil(expiresAt)
    const { ask, pending, refused } = useStatusRequests(onRefused)
    // Words of a choice that was refused are not lost: the form begins with them.
    const initial: StatusChoice = refused?.choice ?? { status, text, expiresAt }
    return (
      <StatusMenuView
        {...{ strings, statuses }}
        {...view}
        {...{ status, text, until, pending, ref }}
        refusal={refused?.reason}
        chosen={isChosen ? status : 'auto'}
        onChoose={(choice) => ask(choice === 'auto' ? { status: 'auto' } : { status: choice, text, expiresAt })}
        form={
          writable
            ? (close) => (
                <StatusForm
                  {...{ initial, expiries }}
                  onSave={(said) => {
                    close()
                    // Words stand beside a status, so that the one that activity says is chosen with them.
                    ask({ ...said, status: isChosen ? status : 'online' })
                  }}
                  onClear={
                    isChosen
                      ? () => {
                          close()
                          ask({ status: 'auto' })
                        }
                      : undefined
                  }
                />
              )
            : undefined
        }
      />
    )
  },
)
