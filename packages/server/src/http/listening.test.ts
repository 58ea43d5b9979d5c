import { expect, it, onTestFinished } from 'vitest'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createStrictServer, listenOn } from './listening.ts'

it('T3: gives headers 10 s and a request 30 s, so that who sends them by the drop is cut', () => {
  const server = createStrictServer()
  expect(server.headersTimeout).toBe(10_000)
  expect(server.requestTimeout).toBe(30_000)
})

it('T24: answers bytes that are no HTTP with 400, and goes on', async () => {
  const server = createStrictServer()
  server.on('request', (_request, response) => response.end('here'))
  onTestFinished(() => void server.close())
  const { port, url } = await listenOn(server, { port: 0, host: '127.0.0.1' })
  const socket = connect(port, '127.0.0.1')
  socket.end('\u0000\u0001 nonsense\r\n\r\n')
  const [answer]: Buffer[] = await once(socket, 'data')
  expect(answer?.toString()).toMatch(/^HTTP\/1\.1 400 /)
  expect(await (await fetch(url)).text()).toBe('here')
  server.closeAllConnections()
})
