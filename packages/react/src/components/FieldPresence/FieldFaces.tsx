import type { ReactElement } from 'react'
import { AvatarView } from '../Avatar/AvatarView.tsx'

/** Somebody at a field. */
export interface FieldVisitor {
  readonly userId: string
  readonly name: string
  /** Address of a picture. */
  readonly picture?: string | undefined
}

interface FieldFacesProps {
  readonly people: readonly FieldVisitor[]
  readonly max: number
  readonly locale: string
}

/** Decoration: the sentence beside it names them all. */
export function FieldFaces({ people, max, locale }: FieldFacesProps): ReactElement {
  const rest = people.length - max
  return (
    <span data-slot="visitors" aria-hidden>
      {people.slice(0, max).map(({ userId, name, picture }) => (
        <AvatarView key={userId} {...{ userId, name, picture, locale }} size={20} label="none" />
      ))}
      {/* A sign and a number have no direction of their own and would turn around. */}
      {rest > 0 && (
        <span className="rc-chip" dir="ltr">
          +{rest}
        </span>
      )}
    </span>
  )
}
