/** Drives connections and times acks, in a process of its own; each order of its parent is answered with a report. */
import { setTimeout as wait } from 'node:timers/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { percentile } from '../report/spread.ts'
import { openLoadClient, type LoadClient } from './loadClient.ts'
import type { LoadOrder, LoadReport } from './messages.ts'

/** Within the server's admission rate. */
const OPENED_AT_ONCE = 50
const SETTLE_MS = 3_000
const LAST_ACKS_MS = 2_000

async function openAll({ connections, port, roomSize, operations }: LoadOrder): Promise<readonly LoadClient[]> {
  const clients: LoadClient[] = []
  while (clients.length < connections) {
    const group = Array.from({ length: Math.min(OPENED_AT_ONCE, connections - clients.length) }, (_, index) => {
      const place = clients.length + index
      return openLoadClient({ port, place, room: `room-${Math.floor(place / roomSize)}`, connections, operations })
    })
    clients.push(...(await Promise.all(group)))
  }
  return clients
}

/** Does the operations by plan: whoever is late catches up, so that a stalled server does not thin its own load. */
async function drive(clients: readonly LoadClient[], { rate, seconds }: LoadOrder): Promise<number[]> {
  const total = rate * seconds
  const startedAt = performance.now()
  const late: number[] = []
  for (let sent = 0; sent < total;) {
    const elapsedMs = performance.now() - startedAt
    const due = Math.min(total, Math.ceil((elapsedMs * rate) / 1_000))
    while (sent < due) {
      late.push(elapsedMs - (sent * 1_000) / rate)
      clients[sent % clients.length]?.act()
      sent += 1
    }
    await wait(1)
  }
  return late
}

async function load(order: LoadOrder): Promise<LoadReport> {
  const clients = await openAll(order)
  await wait(SETTLE_MS)
  for (const client of clients) client.begin()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const late = await drive(clients, order)
  await wait(LAST_ACKS_MS)
  delay.disable()
  const latencies: Record<string, number[]> = {}
  for (const client of clients) for (const { operation, ms } of client.timed()) (latencies[operation] ??= []).push(ms)
  const failed = clients.reduce((count, client) => count + client.failed(), 0)
  const received = clients.reduce((count, client) => count + client.received(), 0)
  for (const client of clients) client.close()
  return { latencies, failed, received, ownDelayP99Ms: delay.percentile(99) / 1e6, lateP99Ms: percentile(late, 0.99) }
}

process.on('message', (order: LoadOrder) => {
  void load(order).then((report) => process.send?.(report))
})
process.on('disconnect', () => process.exit(0))
