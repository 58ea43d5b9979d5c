type Step = (at: number, last: number) => number

const next: Step = (at, last) => Math.min(at + 1, last)
const previous: Step = (at) => Math.max(at - 1, 0)

/** Where a key leads among several, as APG has it; `undefined`: nowhere. */
export function stepOf(
  key: string,
  { orientation, isMirrored }: { readonly orientation: 'horizontal' | 'vertical'; readonly isMirrored: boolean },
): Step | undefined {
  const isAcross = orientation === 'horizontal'
  switch (key) {
    case 'Home':
      return () => 0
    case 'End':
      return (_, last) => last
    case isAcross ? (isMirrored ? 'ArrowLeft' : 'ArrowRight') : 'ArrowDown':
      return next
    case isAcross ? (isMirrored ? 'ArrowRight' : 'ArrowLeft') : 'ArrowUp':
      return previous
    default:
      return undefined
  }
}
