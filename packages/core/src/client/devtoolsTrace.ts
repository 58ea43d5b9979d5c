/** Named state changes for Redux DevTools: told at the end of the turn, with what there is then. */
import type { Clock } from '@rollcall/protocol'
import type { DevtoolsConnection } from '../environment/devtools.ts'
import type { Environment } from '../environment/environment.ts'
import type { StateTrace } from '../store/storeState.ts'

/** All that DevTools show of a client. */
export interface DevtoolsState {
  readonly connection: unknown
  readonly self: unknown
  readonly rooms: Readonly<Record<string, unknown>>
}

export interface DevtoolsTrace {
  /** `undefined`: nobody looks. */
  readonly client: StateTrace | undefined
  ofRoom(id: string): StateTrace | undefined
  dispose(): void
}

export interface DevtoolsTraceOptions {
  /** What the app asked for. */
  readonly wanted: boolean | DevtoolsConnection | undefined
  readonly environment: Pick<Environment, 'clock' | 'connectDevtools'>
  read(): DevtoolsState
  report(thrown: unknown): void
}

const SILENT: DevtoolsTrace = { client: undefined, ofRoom: () => undefined, dispose: () => {} }

/** Off unless asked for: then each change costs an entry, and each turn with changes one reading of everything. */
export function createDevtoolsTrace(options: DevtoolsTraceOptions): DevtoolsTrace {
  const { wanted, environment } = options
  const devtools = wanted === true ? environment.connectDevtools?.() : wanted === false ? undefined : wanted
  if (devtools === undefined) return SILENT
  const tell = createTeller(devtools, environment.clock, options)
  const trace = (room: string | undefined): StateTrace => {
    const where = room === undefined ? {} : { room }
    return (type, change) => tell.add({ type, ...where, change })
  }
  return { client: trace(undefined), ofRoom: trace, dispose: tell.stop }
}

/** `change`: the new value of what changed. */
interface DevtoolsAction {
  readonly type: string
  readonly room?: string
  readonly change: unknown
}

interface Teller {
  add(action: DevtoolsAction): void
  stop(): void
}

function createTeller(
  devtools: DevtoolsConnection,
  clock: Clock,
  { read, report }: Pick<DevtoolsTraceOptions, 'read' | 'report'>,
): Teller {
  let waiting: DevtoolsAction[] = []
  let cancel: (() => void) | undefined
  let isBegun = false

  const tellAll = (): void => {
    cancel = undefined
    const [actions, state] = [waiting, read()]
    waiting = []
    try {
      if (!isBegun) devtools.init(state)
      isBegun = true
      for (const action of actions) devtools.send(action, state)
    } catch (thrown) {
      // Whatever is wrong with the extension must not be wrong with the app.
      report(thrown)
    }
  }
  return {
    add: (action) => {
      waiting.push(action)
      cancel ??= clock.defer(tellAll)
    },
    stop: () => {
      cancel?.()
      cancel = undefined
      waiting = []
    },
  }
}
