/**
 * What one update costs from the frame to its subscriber, and how that grows with the room. A plain Map grows too
 * (caches, old-space writes), so growth is judged against the Map's in the same round.
 */
import { formatSpread, spreadOf } from '../report/spread.ts'
import { formatGoal, formatTable } from '../report/table.ts'
import { copiedMap } from './copiedMap.ts'
import { plainMap } from './plainMap.ts'
import { rollcallRoom } from './rollcallRoom.ts'
import type { SubjectKind } from './subject.ts'
import { createUpdateRun, type UpdateRun, type UpdateRunOptions } from './updateRun.ts'

const SIZES = [100, 1_000, 10_000] as const
const ROUNDS = 7
const GOAL = 1.5

const CONTESTANTS: readonly SubjectKind[] = [plainMap, rollcallRoom, copiedMap]

interface Measured {
  readonly name: string
  /** Per size: ns an update, one number a round. */
  readonly rounds: readonly number[][]
  /** Last size over first, one number a round. */
  readonly growth: readonly number[]
}

function measure(mode: Pick<UpdateRunOptions, 'subscribers' | 'from'>): readonly Measured[] {
  const lanes = CONTESTANTS.map((kind) => ({
    kind,
    runs: SIZES.map((members): UpdateRun => createUpdateRun({ kind, members, ...mode })),
    rounds: SIZES.map((): number[] => []),
  }))
  // Everybody is compiled, and people have moved to the old space, before the first round counts.
  for (const { runs } of lanes) for (const run of runs) run.sample()
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { runs, rounds } of lanes) for (const [size, run] of runs.entries()) rounds[size]?.push(run.sample())
  return lanes.map(({ kind, runs, rounds }) => {
    for (const run of runs) {
      const { updates, told } = run.counts()
      if (mode.subscribers === 'all' && told !== updates)
        throw new Error(`unable to trust ${kind.name}; ${told} of ${updates} updates were told`)
      run.dispose()
    }
    const growth = (rounds[0] ?? []).map((first, round) => (rounds.at(-1)?.[round] ?? Number.NaN) / first)
    return { name: kind.name, rounds, growth }
  })
}

const MODES: readonly (Pick<UpdateRunOptions, 'subscribers' | 'from'> & { readonly title: string })[] = [
  { title: 'frame → listener, each person has one subscriber', subscribers: 'all', from: 'frame' },
  { title: 'frame → listener, one subscriber in all', subscribers: 'one', from: 'frame' },
  { title: 'text → listener (decoding included), each person has one subscriber', subscribers: 'all', from: 'text' },
]

/** Measures, prints. */
export function storeBench(): void {
  for (const { title, ...mode } of MODES) {
    const measured = measure(mode)
    const floor = measured[0]
    const relative = ({ growth }: Measured): readonly number[] =>
      growth.map((value, round) => value / (floor?.growth[round] ?? Number.NaN))
    console.log(
      formatTable({
        title: `${title}: ns of CPU an update, median [min..max] of ${ROUNDS} rounds`,
        headings: ['', ...SIZES.map((size) => `${size.toLocaleString('en')} members`), 'growth', 'growth ÷ Map’s'],
        rows: measured.map((each) => [
          each.name,
          ...each.rounds.map((values) => formatSpread(spreadOf(values))),
          formatSpread(spreadOf(each.growth)),
          formatSpread(spreadOf(relative(each))),
        ]),
      }),
    )
    const ours = measured.find(({ name }) => name === rollcallRoom.name)
    if (ours === undefined) continue
    const { median } = spreadOf(relative(ours))
    console.log(formatGoal(`grows ≤ ${GOAL} × as much as the Map`, median.toFixed(2), median <= GOAL))
  }
}
