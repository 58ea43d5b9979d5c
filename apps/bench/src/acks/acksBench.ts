/**
 * How long an operation waits for its ack while 1,000 connections work: a server process, a process with all the
 * sockets, and this one. The floor in the same run: a bare socket server echoing as many messages to as many sockets.
 */
import { formatNumber, percentile } from '../report/spread.ts'
import { formatGoal, formatTable } from '../report/table.ts'
import type { LoadOrder, LoadReport, Operation, ServerLoad, ServerPorts } from './messages.ts'
import { startChild, type Child } from './startChild.ts'

const CONNECTIONS = 1_000
const SECONDS = 15
/** A round of a person, in pairs: who begins with any of them is in the room. */
const ROUND: readonly Operation[] = ['leave', 'enter', 'update', 'statusUpdate', 'update', 'follow', 'update', 'update']

interface Scene extends Pick<LoadOrder, 'roomSize' | 'rate' | 'operations'> {
  readonly name: string
  readonly goalMs?: number
}
const SCENES: readonly Scene[] = [
  { name: 'floor: bare echo, 1,000 messages/s', roomSize: 1, rate: 1_000, operations: ['echo'] },
  {
    name: 'rooms of 10, 20 follows each, 1,000 operations/s',
    roomSize: 10,
    rate: 1_000,
    operations: ROUND,
    goalMs: 50,
  },
  { name: 'one room of 1,000, 200 operations/s', roomSize: CONNECTIONS, rate: 200, operations: ROUND, goalMs: 100 },
]

// Each child answers with what its question is for; the two files beside say so.
const ask = async <T>(child: Child, question: unknown): Promise<T> => (await child.ask(question)) as T

interface Played {
  readonly scene: Scene
  readonly report: LoadReport
  readonly server: ServerLoad
}

async function play(scene: Scene, server: Child, ports: ServerPorts): Promise<Played> {
  const loader = startChild('loadProcess.ts')
  const port = scene.operations.includes('echo') ? ports.echo : ports.rollcall
  await ask<ServerLoad>(server, { ask: 'load' })
  const order: LoadOrder = { ...scene, port, connections: CONNECTIONS, seconds: SECONDS }
  const report = await ask<LoadReport>(loader, order)
  const load = await ask<ServerLoad>(server, { ask: 'load' })
  await loader.end()
  return { scene, report, server: load }
}

function printScene({ scene, report, server }: Played, floorP99: number): void {
  const worst: number[] = []
  const rows = Object.entries(report.latencies).map(([operation, values]) => {
    const p99 = percentile(values, 0.99)
    worst.push(p99)
    return [
      operation,
      values.length.toLocaleString('en'),
      ...[0.5, 0.9, 0.99, 1].map((fraction) => formatNumber(percentile(values, fraction))),
      formatNumber(p99 / floorP99),
    ]
  })
  console.log(
    formatTable({
      title: `${scene.name}: ms to the ack`,
      headings: ['operation', 'times', 'p50', 'p90', 'p99', 'max', 'p99 ÷ floor’s'],
      rows,
    }),
  )
  const messages = Math.round(report.received / SECONDS).toLocaleString('en')
  console.log(
    `without an ack: ${report.failed} · messages heard/s: ${messages} · event loop delay of the server p50 ${formatNumber(server.delayP50Ms)} p99 ${formatNumber(server.delayP99Ms)} ms, of the load p99 ${formatNumber(report.ownDelayP99Ms)} ms · sent late by p99 ${formatNumber(report.lateP99Ms)} ms · server ${server.cores.toFixed(2)} cores, ${Math.round(server.residentMb)} MB`,
  )
  if (scene.goalMs === undefined) return
  const p99 = Math.max(...worst)
  console.log(formatGoal(`p99 of each < ${scene.goalMs} ms`, `${formatNumber(p99)} ms`, p99 < scene.goalMs))
}

/** Measures, prints. */
export async function acksBench(): Promise<void> {
  const server = startChild('serverProcess.ts')
  const ports = await ask<ServerPorts>(server, { ask: 'ports' })
  let floorP99 = Number.NaN
  for (const scene of SCENES) {
    const played = await play(scene, server, ports)
    if (scene.operations.includes('echo')) floorP99 = percentile(played.report.latencies['echo'] ?? [], 0.99)
    printScene(played, floorP99)
  }
  await server.end()
}
