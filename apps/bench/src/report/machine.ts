/** What the numbers were measured on. */
import { availableParallelism, cpus, loadavg } from 'node:os'

/** One line; load says how much of the machine others were using. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown CPU'
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
  return `${availableParallelism()} × ${model}, Node ${process.versions.node}, load ${load}, ${new Date().toISOString().slice(0, 10)}`
}
