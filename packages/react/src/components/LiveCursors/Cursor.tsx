'use client'
import {
  type CSSProperties,
  memo,
  type NamedExoticComponent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
} from 'react'
import { personHue, personStyle } from '../../format/personHue.ts'
import type { PointerStage } from './pointerStage.ts'

/** A session whose pointer may show. */
export interface CursorPerson {
  readonly sessionId: string
  readonly userId: string
  readonly name: string
  /** Another tab of the person who looks. */
  readonly isSelf?: boolean | undefined
}

export type RenderCursor = (person: CursorPerson) => ReactNode

interface CursorProps {
  readonly person: CursorPerson
  readonly stage: PointerStage
  readonly hasLabel: boolean
  readonly renderCursor: RenderCursor | undefined
}

/** Not shown until the first position of its session comes; React knows nothing of where it is. */
export const Cursor: NamedExoticComponent<CursorProps> = memo(function Cursor(props: CursorProps): ReactElement {
  const { person, stage, hasLabel, renderCursor } = props
  const { sessionId, userId, name, isSelf = false } = person
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    return element.current === null ? undefined : stage.attach(sessionId, element.current)
  }, [stage, sessionId])
  return (
    <div
      ref={element}
      className="rc-cursor"
      data-session={sessionId}
      data-self={isSelf ? '' : undefined}
      data-hue={personHue(userId)}
      // React's types know no custom properties.
      style={personStyle(userId) as CSSProperties}
    >
      {renderCursor === undefined ? <Arrow label={hasLabel ? name : undefined} /> : renderCursor(person)}
    </div>
  )
})

function Arrow({ label }: { readonly label: string | undefined }): ReactElement {
  return (
    <>
      <svg viewBox="0 0 16 16" fill="currentColor">
        <path d="M1 1 6.2 15l2.2-6 6-2.2Z" />
      </svg>
      {label !== undefined && (
        <span data-slot="label" dir="auto">
          {label}
        </span>
      )}
    </>
  )
}
