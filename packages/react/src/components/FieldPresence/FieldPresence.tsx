'use client'
/** `FieldPresenceView` around a field of a form, which it also watches: having the focus is being there. */
import { Children, cloneElement, type FocusEvent, forwardRef, type ReactElement, useMemo, useRef } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import { useAnnounce } from '../../hooks/announcing/useAnnounce.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { focusField } from '../../hooks/location/focusField.ts'
import { useAttending } from '../../hooks/location/useAttending.ts'
import { useFieldAttendance } from '../../hooks/location/useFieldAttendance.ts'
import { useDocked } from '../../hooks/location/useFieldDock.ts'
import { useFieldLock } from '../../hooks/location/useFieldLock.ts'
import { IDLE_AFTER_MS } from '../../hooks/location/useFieldPresence.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import type { FieldVisitor } from './FieldFaces.tsx'
import { FieldPresenceView, type FieldPresenceViewProps } from './FieldPresenceView.tsx'
import { fieldSentence } from './fieldSentence.ts'
import { joinRefs } from './joinRefs.ts'
import { useLockGuard } from './useLockGuard.ts'
import { withGuard } from './withGuard.ts'

interface FieldElementProps {
  readonly onFocus?: (event: FocusEvent) => void
  readonly 'aria-describedby'?: string
  readonly 'aria-disabled'?: boolean | 'true' | 'false'
  readonly readOnly?: boolean
}

export type FieldPresenceProps = Omit<
  FieldPresenceViewProps,
  'people' | 'descriptionId' | 'children' | 'idle' | 'stale' | 'onTakeOver'
> & {
  /** As forms name it: `'items.0.title'`. */
  readonly field: string
  /** Default: the room's id. */
  readonly documentId?: string | undefined
  /**
   * Ms without a key, a press or a change after which somebody is idle: without a lock they have left then, with one it
   * may be taken over. Default 60,000.
   */
  readonly idleAfter?: number | undefined
  /** More ms after which the lock of somebody idle ends by itself. Default: never. */
  readonly releaseAfter?: number | undefined
  /** The reader has ended the locks of these people; the focus is in the field by then. */
  readonly onTakeOver?: ((userIds: readonly string[]) => void) | undefined
  /** Whether the `FieldPresenceDock` around it, if any, shows who is here while it is out of view. Default true. */
  readonly dock?: boolean | undefined
  /** The one input, textarea, select or widget. Its own handlers and descriptions stay. */
  readonly children: ReactElement<FieldElementProps>
  /** Reads name and picture from what is vouched for about somebody. Keep its identity. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
}

const NOBODY: readonly FieldVisitor[] = []

/** Who came first holds a field that `mode` locks; whose lock was taken over locks no more until they go. */
export const FieldPresence: Part<FieldPresenceProps, HTMLDivElement> = forwardRef<HTMLDivElement, FieldPresenceProps>(
  function FieldPresence(props, ref) {
    const { field, documentId, children, describe = describePerson, dock = true, onTakeOver, ...most } = props
    const { mode = 'inform', idleAfter = IDLE_AFTER_MS, releaseAfter = Infinity, ...view } = most
    const { locale, strings } = usePresenceSettings()
    const announce = useAnnounce()
    const rules = { mode, idleAfter, releaseAfter }
    const attendance = useFieldAttendance(field, { documentId, ...rules })
    const lock = useFieldLock(attendance, rules)
    useAttending(attendance, describe)
    const { others, watch, descriptionId } = attendance
    const people = useMemo(
      () => others.map(({ user }) => ({ userId: user.id, ...describe(user.info, user.id) })),
      [others, describe],
    )
    const own = useRef<HTMLDivElement | null>(null)
    const joined = useMemo(
      () =>
        joinRefs<HTMLDivElement>((element) => {
          own.current = element
        }, ref),
      [ref],
    )
    useDocked(own, dock ? people : NOBODY)
    const stale = useStale()

    const isShut = lock.mode === 'hard-lock'
    const child = Children.only(children)
    const { onFocus, 'aria-describedby': describedBy } = child.props
    const described = people.length === 0 ? describedBy : joinIds(describedBy, descriptionId)
    const wasRefused = useRef(false)
    const guard = useLockGuard(() => {
      if (wasRefused.current) return
      wasRefused.current = true
      announce(fieldSentence({ names: people.map(({ name }) => name), state: 'locked', locale, strings }))
    })
    const watched = cloneElement(child, {
      onFocus: (event) => {
        wasRefused.current = false
        onFocus?.(event)
        watch.onFocus(event)
      },
      // Never `disabled`: what stands in it can be read, copied and reached.
      ...(isShut && { 'aria-disabled': true, ...(child.type !== 'select' && { readOnly: true }) }),
      ...(described !== undefined && { 'aria-describedby': described }),
    })
    const takeOver = (): void => {
      const from = lock.takeOver()
      // The button goes with the lock; the focus must not fall out of the form with it.
      focusField(own.current)
      onTakeOver?.(from)
    }
    return (
      <FieldPresenceView
        {...{ locale, strings }}
        {...view}
        {...(isShut && withGuard(view, guard))}
        {...{ people, descriptionId, stale }}
        idle={lock.isIdle}
        mode={lock.mode}
        onTakeOver={takeOver}
        ref={joined}
      >
        {watched}
      </FieldPresenceView>
    )
  },
)

function joinIds(first: string | undefined, second: string): string {
  return first === undefined ? second : `${first} ${second}`
}
