/** What the three processes of the benchmark tell each other. */

export interface ServerPorts {
  readonly rollcall: number
  readonly echo: number
}

export interface ServerLoad {
  readonly delayP50Ms: number
  readonly delayP99Ms: number
  /** Cores that the process used: 1 = one whole core. */
  readonly cores: number
  readonly residentMb: number
}

/** What somebody does whose ack is waited for; `echo` is the floor. */
export type Operation = 'enter' | 'update' | 'leave' | 'follow' | 'statusUpdate' | 'echo'

export interface LoadOrder {
  readonly port: number
  readonly connections: number
  /** People per room. */
  readonly roomSize: number
  /** Operations a second, spread evenly over time and connections. */
  readonly rate: number
  readonly seconds: number
  /** Done in turn by each connection, the last before the first again. */
  readonly operations: readonly Operation[]
}

export interface LoadReport {
  /** ms from sending to the ack. */
  readonly latencies: Readonly<Record<string, readonly number[]>>
  /** Operations that no ack came for, or an error. */
  readonly failed: number
  readonly received: number
  /** Of the loading process itself: what it adds to each latency. */
  readonly ownDelayP99Ms: number
  /** How late operations were sent, compared with the plan. */
  readonly lateP99Ms: number
}
