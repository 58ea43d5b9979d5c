'use client'
import type { ReactElement } from 'react'
import { expiryId, type StatusExpiry } from '../../format/statusExpiries.ts'
import { useStatusExpiries } from '../../hooks/person/useStatusExpiries.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import { StatusFormView } from './StatusFormView.tsx'

interface Said {
  readonly text?: string | undefined
  /** Epoch ms. */
  readonly expiresAt?: number | undefined
}

interface StatusFormProps {
  readonly initial: Said
  readonly expiries: readonly StatusExpiry[]
  readonly onSave: (said: Said) => void
  readonly onClear: (() => void) | undefined
}

/** `StatusFormView` by the server's clock. Mounted while it is open, so that nothing ticks for a closed one. */
export function StatusForm({ initial, expiries, onSave, onClear }: StatusFormProps): ReactElement {
  const { strings } = usePresenceSettings()
  const { options, expiresAt } = useStatusExpiries(expiries, initial.expiresAt)
  return (
    <StatusFormView
      {...{ strings, onClear }}
      initial={{ text: initial.text ?? '', expiry: expiryId(initial.expiresAt) }}
      expiries={options}
      onSave={({ text, expiry }) => onSave({ text, expiresAt: expiry === undefined ? undefined : expiresAt(expiry) })}
    />
  )
}
