/** The frame of a roster: its name, and what it says when it has no rows. */
import { Children, type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'

interface OwnProps {
  /** Rows: `PresenceRowView`, each with the user's id as key. */
  readonly children?: ReactNode
  /** How many people; with rows that exist only in view, more than there are children. Default: the number of children. */
  readonly count?: number | undefined
  /** Rows exist only in view: the list scrolls by itself. */
  readonly virtual?: boolean | undefined
  /** Said above the rows, which stay: the link is down. */
  readonly note?: string | undefined
  /** Gives a button beside the note. */
  readonly onRetry?: (() => void) | undefined
  /** The picture is not whole yet. */
  readonly loading?: boolean | undefined
  /** In place of rows: a friendly word. Default: "Nobody else is here yet". */
  readonly empty?: ReactNode
  /** Nobody is here but oneself: the word for that stands below the row. Default false. */
  readonly alone?: boolean | undefined
  /** Gives a button beside that word. */
  readonly onInvite?: (() => void) | undefined
  readonly label?: string | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type PresenceListViewProps = WithPart<ComponentPropsWithoutRef<'ul'>, { readonly count: number }, OwnProps>

const SKELETONS = 6

/** Rows outside of the view cost no layout; the browser skips them. */
export const PresenceListView: Part<PresenceListViewProps, HTMLUListElement> = forwardRef<
  HTMLUListElement,
  PresenceListViewProps
>(function PresenceListView(props, ref) {
  const { children, loading = false, virtual = false, note, onRetry, empty, label, strings = en, ...most } = props
  const { count = Children.toArray(children).length, alone = count === 0, onInvite, ...given } = most
  return (
    <PartRoot
      tag="ul"
      name="rc-presence-list"
      state={{ count }}
      attributes={{ count, loading, virtual }}
      own={{
        role: 'list',
        'aria-label': label ?? (loading ? strings.loadingPeople : strings.people),
        'aria-busy': loading ? true : undefined,
      }}
      given={given}
      ref={ref}
    >
      {note !== undefined && (
        <li data-slot="note">
          {note}
          {onRetry !== undefined && (
            <button type="button" className="rc-button" onClick={onRetry}>
              {strings.retry}
            </button>
          )}
        </li>
      )}
      {children}
      {loading && count === 0 && Array.from({ length: SKELETONS }, (_, index) => <Skeleton key={index} />)}
      {!loading && (alone || count === 0) && (
        <li data-slot="empty">
          {empty ?? strings.nobodyElse}
          {onInvite !== undefined && (
            <button type="button" className="rc-button" onClick={onInvite}>
              {strings.invite}
            </button>
          )}
        </li>
      )}
    </PartRoot>
  )
})

function Skeleton(): ReactNode {
  return (
    <li className="rc-presence-row" data-slot="skeleton" aria-hidden>
      <i />
      <i />
    </li>
  )
}
