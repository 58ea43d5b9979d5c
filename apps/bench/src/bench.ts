/**
 * `pnpm bench <name>`: one benchmark, its table and its goals. Without a name it says which there are.
 * Exits with 1 only where something broke: a missed goal is a line of the report.
 */
import { describeMachine } from './report/machine.ts'

const benches: Readonly<Record<string, { readonly about: string; run(): Promise<void> }>> = {
  store: {
    about: 'one update and its one subscriber, in a room of 100 to 10,000, beside a plain Map',
    run: async () => (await import('./store/storeBench.ts')).storeBench(),
  },
  memory: {
    about: 'heap of a room per member, beside the members’ own data',
    run: async () => (await import('./memory/memoryBench.ts')).memoryBench(),
  },
  acks: {
    about: 'time to the ack of every operation, 1,000 connections over sockets, beside an echo',
    run: async () => (await import('./acks/acksBench.ts')).acksBench(),
  },
  'fan-out': {
    about: 'frames written for one change, with up to 10,000 other connections',
    run: async () => (await import('./fanOut/fanOutBench.ts')).fanOutBench(),
  },
}

const [name = ''] = process.argv.slice(2)
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench === undefined) {
  console.log('pnpm bench <name>, one of:')
  for (const [each, { about }] of Object.entries(benches)) console.log(`  ${each.padEnd(8)} ${about}`)
  process.exitCode = name === '' ? 0 : 1
} else {
  console.log(describeMachine())
  await bench.run()
}
