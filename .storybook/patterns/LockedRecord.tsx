import { FieldPresence } from '@rollcall/react'

/** Whoever has the focus has the record. Read-only, never disabled: the value stays readable, and reachable. */
export function LockedRecord() {
  return (
    <FieldPresence field="record" mode="hard-lock" variant="all">
      <input aria-label="Record" defaultValue="Invoice 42" />
    </FieldPresence>
  )
}
