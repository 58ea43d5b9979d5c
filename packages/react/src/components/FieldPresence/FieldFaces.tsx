import type { ReactElement } from 'react'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import { FaceCount } from './FaceCount.tsx'

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

/** px. */
const SIZE = 22

/** Decoration: the sentence beside it names them all. */
export function FieldFaces({ people, max, locale }: FieldFacesProps): ReactElement {
  const rest = people.length - max
  return (
    <span data-slot="visitors" aria-hidden>
      {people.slice(0, max).map(({ userId, name, picture }) => (
        <AvatarView key={userId} {...{ userId, name, picture, locale }} size={SIZE} label="none" />
      ))}
      {rest > 0 && <FaceCount count={rest} size={SIZE} />}
    </span>
  )
}
