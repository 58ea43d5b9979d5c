'use client'
import type { PathSegment } from '@rollcall/core'
import { useMemo } from 'react'
import type { RegisteredUserPresence } from '../../context/register.ts'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import type { FieldMode } from './fieldLock.ts'
import type { FieldFocusEvent } from './fieldWatch.ts'
import { useAttending } from './useAttending.ts'
import { useFieldAttendance } from './useFieldAttendance.ts'

export interface FieldPresenceState {
  /** Who else is at this field or below it, one entry per person, in the order in which they came. */
  readonly others: readonly RegisteredUserPresence[]
  readonly isBusy: boolean
  /**
   * Spread on the field, before the props of a form library: having the focus is being there. That the focus goes, the
   * form is sent or the tab is put away is heard from the element, whoever's `onBlur` it bears.
   */
  readonly fieldProps: {
    readonly onFocus: (event?: FieldFocusEvent) => void
    /** For editors that are no element and call by hand; an element needs it no more. */
    readonly onBlur: (event?: FieldFocusEvent) => void
    readonly 'aria-describedby': string | undefined
  }
  /** Give it to the element that says who is there. */
  readonly descriptionId: string
}

export interface FieldPresenceOptions {
  /** Default: the room's id. */
  readonly documentId?: string
  /** Reads the name that is spoken from what is vouched for about somebody. Keep its identity. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
  /** With a lock I stay though idle, for `releaseAfter`, and give way to whoever comes then. Default `inform`. */
  readonly mode?: FieldMode | undefined
  /** Ms without a key, a press or a change after which I am idle, and without a lock no longer there. Default 60,000. */
  readonly idleAfter?: number | undefined
  /** More ms after which I leave where the field is locked. Default: never. */
  readonly releaseAfter?: number | undefined
}

/** A minute: who reads over a sentence is still there. */
export const IDLE_AFTER_MS = 60_000

/**
 * Who is at a field of a form, and the wiring to say that I am. `path` as forms name fields (`'items.0.title'`) or as
 * a list of steps; it lies in the document that the room is about, or in `documentId`. While I am there, whoever else
 * is or comes is told to screen readers once. I leave with the focus (to another window it may go), when the form is
 * sent, when the tab is in the background for ten seconds, and when I do nothing for `idleAfter`.
 * @throws PresenceError `missing_provider`
 */
export function useFieldPresence(
  path: string | readonly PathSegment[],
  options: FieldPresenceOptions = {},
): FieldPresenceState {
  const { documentId, mode = 'inform', idleAfter = IDLE_AFTER_MS, releaseAfter = Infinity } = options
  const attendance = useFieldAttendance(path, { documentId, mode, idleAfter, releaseAfter })
  useAttending(attendance, options.describe ?? describePerson)
  const { others, watch, descriptionId } = attendance
  const isBusy = others.length > 0
  const fieldProps = useMemo(
    () => ({
      onFocus: watch.onFocus,
      onBlur: watch.onBlur,
      'aria-describedby': isBusy ? descriptionId : undefined,
    }),
    [watch, isBusy, descriptionId],
  )
  return { others, isBusy, fieldProps, descriptionId }
}
