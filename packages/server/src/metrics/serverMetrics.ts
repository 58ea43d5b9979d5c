/** What a server measures, as Prometheus reads it. The names are stable: dashboards are built on them. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { memoryUsage } from 'node:process'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { createCountingMeter } from './countingMeter.ts'
import type { Meter } from './meter.ts'

/** Where the numbers of the moment come from; asked when somebody reads. */
export interface MetricsSources {
  readonly connections: () => number
  /** Bytes that wait for slow readers, over all connections. */
  readonly queueBytes: () => number
  readonly sessions: () => { readonly attached: number; readonly held: number }
  /** Sizes of the tables by name. */
  readonly tables: () => Readonly<Record<string, number>>
}

export interface ServerMetrics {
  readonly meter: Meter
  /** From now on the numbers of the moment can be read. */
  watch(sources: MetricsSources): void
  read(): Promise<{ readonly type: string; readonly text: string }>
  dispose(): void
}

const LOOP_RESOLUTION_MS = 10
const NANOSECONDS = 1e9
const FAN_OUT_BUCKETS = [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000]

function fanOutOf(register: Registry): (connections: number) => void {
  const histogram = new Histogram({
    name: 'rollcall_fan_out_connections',
    help: 'Connections that one frame went to',
    buckets: FAN_OUT_BUCKETS,
    registers: [register],
  })
  return (connections) => histogram.observe(connections)
}

/** A counter whose values are kept elsewhere, by one label. */
function counted(
  register: Registry,
  name: string,
  [help, label]: readonly [string, string],
  read: () => ReadonlyMap<string, number>,
): void {
  new Counter({
    name,
    help,
    labelNames: [label],
    registers: [register],
    collect() {
      this.reset()
      for (const [value, count] of read()) this.inc({ [label]: value }, count)
    },
  })
}

/** A gauge of the moment, by one label. */
function measured(
  register: Registry,
  name: string,
  [help, label]: readonly [string, string],
  read: () => Readonly<Record<string, number>>,
): void {
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [register],
    collect() {
      for (const [value, number] of Object.entries(read())) this.set({ [label]: value }, number)
    },
  })
}

function single(register: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [register],
    collect() {
      this.set(read())
    },
  })
}

/** How late the loop was since somebody last read; the sampler's own interval is no delay. */
function watchLoop(register: Registry): () => void {
  const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS })
  delay.enable()
  const seconds = (nanoseconds: number): number => Math.max(0, nanoseconds / NANOSECONDS - LOOP_RESOLUTION_MS / 1_000)
  measured(
    register,
    'rollcall_event_loop_delay_seconds',
    ['How late the loop was since the last reading', 'quantile'],
    () => {
      const found = {
        '0.5': seconds(delay.percentile(50)),
        '0.99': seconds(delay.percentile(99)),
        '1': seconds(delay.max),
      }
      delay.reset()
      return found
    },
  )
  return () => delay.disable()
}

function watchMoment(register: Registry, { connections, queueBytes, sessions, tables }: MetricsSources): void {
  single(register, 'rollcall_connections', 'Open connections', connections)
  single(register, 'rollcall_queue_bytes', 'Bytes that wait for slow readers', queueBytes)
  measured(register, 'rollcall_sessions', ['Sessions, attached to a connection or held for one', 'state'], () => ({
    ...sessions(),
  }))
  measured(register, 'rollcall_records', ['Records in the tables of the server', 'table'], tables)
}

/** Starts measuring; nothing is global, so that several servers of a process do not mix. */
export function createServerMetrics(): ServerMetrics {
  const register = new Registry()
  const meter = createCountingMeter(fanOutOf(register))
  const counts = meter.counts
  counted(register, 'rollcall_frames_received_total', ['Frames of clients, by type', 'type'], () => counts().received)
  counted(
    register,
    'rollcall_frames_sent_total',
    ['Frames written to connections, by type', 'type'],
    () => counts().sent,
  )
  counted(
    register,
    'rollcall_connections_ended_total',
    ['Connections that ended, by reason', 'reason'],
    () => counts().ended,
  )
  counted(
    register,
    'rollcall_bytes_total',
    ['Bytes of frames, by direction', 'direction'],
    () => new Map([['sent', counts().bytes]]),
  )
  measured(register, 'rollcall_memory_bytes', ['Memory of the process', 'kind'], () => {
    const { rss, heapUsed } = memoryUsage()
    return { rss, heap: heapUsed }
  })
  const stopLoop = watchLoop(register)
  return {
    meter,
    watch: (sources) => watchMoment(register, sources),
    read: async () => ({ type: register.contentType, text: await register.metrics() }),
    dispose: () => {
      stopLoop()
      register.clear()
    },
  }
}
