/** The process itself under hostile text and hostile bytes: it lives, and a connection beside it loses nothing and no order (T10, T24, F25). */
import fc from 'fast-check'
import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, dev, openSocket, type RawClient } from './rawClient.ts'
import { startServer, type ServerProcess } from './serverProcess.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await startServer(['--dev', '--log-level', 'silent'])
})
afterAll(() => server.stop())

/** Somebody who says numbers, and somebody who must hear them all in their order. */
async function control(): Promise<{
  readonly count: () => void
  readonly heard: () => Promise<{ readonly heard: readonly unknown[]; readonly wanted: readonly unknown[] }>
}> {
  const [writer, reader] = [await connect(server.url, dev('writer')), await connect(server.url, dev('reader'))]
  writer.say({ t: 'state', r: 'control', c: 1, n: 1, d: {} })
  await writer.next({ t: 'ack', n: 1 })
  reader.say({ t: 'rollCall', r: 'control', n: 1 })
  await reader.next({ t: 'ack', n: 1 })
  let said = 0
  return {
    count: () => {
      said += 1
      writer.say({ t: 'typing', r: 'control', c: said + 1, in: `${said}`, on: true })
    },
    heard: async () => {
      await writer.settled()
      await reader.settled()
      const heard = reader.frames().flatMap((frame) => (frame['t'] === 'typing' ? [frame['in']] : []))
      const wanted = Array.from({ length: said }, (_, index) => `${index + 1}`)
      return { heard, wanted }
    },
  }
}

const frames = [
  'state',
  'patch',
  'typing',
  'move',
  'disconnect',
  'follow',
  'statusUpdate',
  'rollCall',
  'auth',
  'bye',
  'hello',
  'pong',
  'x',
]
const almost = fc
  .tuple(
    fc.constantFrom(...frames),
    fc.dictionary(fc.constantFrom('r', 'c', 'n', 'd', 'ids', 's', 'm', 'at', '__proto__', 'on'), fc.jsonValue()),
  )
  .map(([t, rest]) => JSON.stringify({ ...rest, t }))
const broken = fc.tuple(almost, fc.nat(60)).map(([text, at]) => text.slice(at % text.length))
const text = fc.oneof(almost, broken, fc.string(), fc.json())

it('T10: thousands of frames that nobody would send on purpose', async () => {
  const { count, heard: hear } = await control()
  const texts = fc.sample(text, 3_000)
  let mallory: RawClient = await connect(server.url, dev('mallory'))
  for (const [index, one] of texts.entries()) {
    if (mallory.socket.readyState !== mallory.socket.OPEN) mallory = await connect(server.url, dev('mallory'))
    mallory.socket.send(one)
    if (index % 50 !== 0) continue
    count()
    await new Promise(setImmediate)
  }
  const { heard, wanted } = await hear()
  expect(heard).toEqual(wanted)
  expect(server.isAlive()).toBe(true)
})

it('T24: bytes that are no WebSocket frames, after a good handshake', async () => {
  const { count, heard: hear } = await control()
  for (const bytes of fc.sample(fc.uint8Array({ minLength: 1, maxLength: 300 }), 40)) {
    const client = await openSocket(server.url)
    // `ws` keeps its TCP socket here; there is no other way past its framing.
    const socket: Socket = Reflect.get(client.socket, '_socket')
    socket.write(bytes)
    socket.end()
    count()
    await client.closed()
  }
  const { heard, wanted } = await hear()
  expect(heard).toEqual(wanted)
  expect(server.isAlive()).toBe(true)
})

it('T24: bytes that are no HTTP', async () => {
  const { count, heard: hear } = await control()
  for (const bytes of fc.sample(fc.uint8Array({ minLength: 1, maxLength: 300 }), 40)) {
    const socket = connectTcp(server.port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.end(bytes)
    socket.resume()
    count()
    await once(socket, 'close')
  }
  const { heard, wanted } = await hear()
  expect(heard).toEqual(wanted)
  expect(server.isAlive()).toBe(true)
})
