import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect, dev, openSocket } from './rawClient.ts'
import { runServer, startServer } from './serverProcess.ts'
import { nowSeconds, SECRET, signToken } from './signToken.ts'

function writeFile(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('rollcall-server, the command', () => {
  it('without a way to tell who users are, ends with 2 and names the three', async () => {
    const { code, output } = await runServer([])
    expect(code).toBe(2)
    for (const way of ['--secret', '--jwks', '--dev']) expect(output).toContain(way)
  })

  it('ends with 2 and names the fix for wrong settings, wherever they are found', async () => {
    const limits = writeFile('limits.json', '{"limits":{"conections":1}}')
    const wrong: readonly [readonly string[], RegExp][] = [
      [['--dev', '--host', '0.0.0.0'], /this machine only/],
      [['--secret', 'short'], /32 bytes/],
      [['--dev', '--origin', '*'], /no exact origin/],
      [['--dev', '--limits', limits], /conections/],
      [['--jwks', '/nowhere.json'], /--jwks/],
    ]
    const ended = await Promise.all(wrong.map(([args]) => runServer(args)))
    for (const [index, { code, output }] of ended.entries()) {
      expect(output).toMatch(wrong[index]?.[1] ?? /never/)
      expect(output).not.toContain('    at ')
      expect(code).toBe(2)
    }
  })

  it('ends with 1 where the port is taken, and says which', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    // `listen` on a port gives an address with a port.
    const { port } = other.address() as AddressInfo
    const { code, output } = await runServer(['--dev', '--port', String(port)])
    expect(code).toBe(1)
    expect(output).toContain(String(port))
  })

  it('says its version and its options, and ends with 0', async () => {
    const [version, help] = await Promise.all([runServer(['--version']), runServer(['--help'])])
    expect(version).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/) })
    expect(help).toMatchObject({ code: 0, output: expect.stringContaining('--secret') })
  })

  it('in development mode says so loudly', async () => {
    const server = await startServer(['--dev'])
    await server.stop()
    expect(server.output()).toContain('DEVELOPMENT MODE')
  })

  it('takes settings from the environment and from a file, another path and a window of its own', async () => {
    const limits = writeFile('limits.json', '{"limits":{"connectionsPerUser":1},"times":{"heartbeatMs":7000}}')
    const server = await startServer(['--limits', limits, '--window', '30s'], {
      environment: { ROLLCALL_SECRET: SECRET, ROLLCALL_OPEN: '1', ROLLCALL_ISSUER: 'me' },
    })
    onTestFinished(() => void server.stop())
    const token = signToken({ sub: 'ada', iss: 'me', name: 'Ada' })
    const client = await connect(server.url, { token })
    expect(client.welcome).toMatchObject({ id: 'ada', i: { name: 'Ada' }, window: 30_000, heartbeat: 7_000 })
    client.say({ t: 'rollCall', r: 'lobby', n: 1 })
    expect(await client.next({ t: 'ack', n: 1 })).toBeDefined()
  })

  it('T4: reads a key set from a file, and believes no token that is signed with its public key as a secret', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256' }
    const server = await startServer(['--jwks', writeFile('jwks.json', JSON.stringify({ keys: [jwk] })), '--open'])
    onTestFinished(() => void server.stop())
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'ES256', kid: 'one' })}.${part({ sub: 'ada', exp: nowSeconds() + 60 })}`
    const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
    const client = await connect(server.url, { token: `${signed}.${signature.toString('base64url')}` })
    expect(client.welcome['id']).toBe('ada')

    const forger = await openSocket(server.url)
    const header = { alg: 'HS256', kid: 'one' }
    forger.say({ t: 'hello', v: 1, token: signToken({ sub: 'ada' }, { secret: JSON.stringify(jwk), header }) })
    expect(await forger.closed()).toEqual({ code: 4500, reason: 'unauthenticated' })
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('on %s tells clients to come back later, and ends with 0', async (signal) => {
    const server = await startServer(['--dev'])
    const clients = await Promise.all(Array.from({ length: 30 }, (_, index) => connect(server.url, dev(`u${index}`))))
    const ended = server.stop(signal)
    const closes = await Promise.all(clients.map((client) => client.closed()))
    expect(new Set(closes.map(({ code }) => code))).toEqual(new Set([4001]))
    const waits = closes.map(({ reason }) => Number(/^draining;retry=(\d+)$/.exec(reason)?.[1]))
    // Of thirty random moments within 5 s not all lie in one second (T17, F9).
    expect(Math.max(...waits)).toBeLessThanOrEqual(5_000)
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(1_000)
    expect(await ended).toEqual({ code: 0, signal: null })
  })

  it('T23: writes neither tokens nor raw control characters into its log', async () => {
    const server = await startServer(['--secret', SECRET, '--open', '--log-level', 'debug'])
    const token = signToken({ sub: 'eve\u0085\u2028' })
    const client = await connect(server.url, { token: signToken({ sub: 'ada' }) })
    const refused = await openSocket(server.url)
    refused.say({ t: 'hello', v: 1, token })
    expect((await refused.closed()).code).toBe(4500)
    const forged = await fetch(`${server.url}/realtime/nothing%0d%0aforged`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(forged.status).toBe(404)
    await client.settled()
    await server.stop()
    const log = server.output()
    expect(log).toContain('request refused')
    expect(log).not.toContain(token)
    expect(log).not.toContain(String(client.welcome['resume']))
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(log).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/)
  })
})
