export interface SparklineProps {
  /** Ms, newest last. */
  readonly values: readonly number[]
}

const BARS = 40
const HEIGHT = 40
/** The whole height: the slowest that an update may be (AC1). Slower ones are cut and amber. */
const FULL_MS = 200

/** The last times as bars, newest at the end. The numbers beside it say the same. */
export function Sparkline({ values }: SparklineProps) {
  const shown = values.slice(-BARS)
  const first = BARS - shown.length
  return (
    <svg className="sparkline" viewBox={`0 0 ${BARS * 6} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      {Array.from({ length: BARS }, (_, index) => {
        const value = shown[index - first]
        const height = value === undefined ? 1 : Math.max(2, Math.min(1, value / FULL_MS) * HEIGHT)
        const look = value === undefined ? 'none' : value > FULL_MS ? 'slow' : 'fine'
        return <rect key={index} data-look={look} x={index * 6} y={HEIGHT - height} width={4} height={height} rx={1} />
      })}
    </svg>
  )
}
