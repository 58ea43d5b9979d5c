'use client'
import type { ReactElement, ReactNode } from 'react'
import type { StackPerson } from './arrangePeople.ts'
import { OverflowChip, type OverflowChipProps } from './OverflowChip.tsx'
import { OverflowTooltip } from './OverflowTooltip.tsx'

/** What stands for those who have no place in the row. */
export type StackOverflowKind = 'popover' | 'tooltip' | ((people: readonly StackPerson[]) => ReactNode)

interface StackOverflowProps extends OverflowChipProps {
  readonly kind: StackOverflowKind
}

/** The last item of a stack. Open, it stays though nobody is hidden any more: the focus is in there. */
export function StackOverflow({ kind, ...chip }: StackOverflowProps): ReactElement | null {
  if (chip.people.length === 0 && !chip.isOpen) return null
  const content =
    kind === 'popover' ? (
      <OverflowChip {...chip} />
    ) : kind === 'tooltip' ? (
      <OverflowTooltip {...chip} />
    ) : (
      kind(chip.people)
    )
  return <li data-slot="overflow">{content}</li>
}
