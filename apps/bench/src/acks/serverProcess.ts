/**
 * The process under test: the real server on a free port, with its default limits, and beside it (the floor) a bare
 * socket server that answers each message with the same text. Answers each question of its parent once.
 */
import { createPresenceServer } from '@rollcall/server'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { WebSocketServer } from 'ws'
import type { ServerLoad, ServerPorts } from './messages.ts'

const server = createPresenceServer({ mode: 'development' })
const { port } = await server.listen({ port: 0, host: '127.0.0.1' })

const echo = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
echo.on('connection', (socket) => {
  socket.on('message', (text, isBinary) => socket.send(text, { binary: isBinary }))
})
await once(echo, 'listening')
const echoAddress = echo.address()
if (typeof echoAddress !== 'object' || echoAddress === null) throw new Error('unable to listen; there is no port')
const ports: ServerPorts = { rollcall: port, echo: echoAddress.port }

const NANOSECONDS_PER_MS = 1e6
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
let cpu = process.cpuUsage()
let since = performance.now()

/** Since the last time this was asked. */
function readLoad(): ServerLoad {
  const used = process.cpuUsage(cpu)
  const load = {
    delayP50Ms: delay.percentile(50) / NANOSECONDS_PER_MS,
    delayP99Ms: delay.percentile(99) / NANOSECONDS_PER_MS,
    cores: (used.user + used.system) / 1_000 / (performance.now() - since),
    residentMb: process.memoryUsage.rss() / 1e6,
  }
  delay.reset()
  cpu = process.cpuUsage()
  since = performance.now()
  return load
}

process.on('message', (question: { readonly ask: 'ports' | 'load' }) => {
  process.send?.(question.ask === 'ports' ? ports : readLoad())
})
process.on('disconnect', () => process.exit(0))
