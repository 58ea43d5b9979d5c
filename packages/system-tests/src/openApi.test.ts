/** packages/server/openapi.json is what the server does: every route and status in it is produced, every answer fits its schema. */
import { ERROR_CATALOGUE } from '@rollcall/protocol'
import { createPresenceServer, memory, PresenceError, type PresenceServerOptions } from '@rollcall/server'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { connect } from './rawClient.ts'

interface Described {
  readonly headers?: Readonly<Record<string, { readonly required: boolean; readonly schema: object }>>
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}
type Operation = { readonly responses: Readonly<Record<string, Described | { readonly $ref: string }>> }
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly responses: Readonly<Record<string, Described>>
    readonly schemas: {
      readonly Error: {
        readonly properties: {
          readonly error: { readonly properties: { readonly code: { readonly enum: readonly string[] } } }
        }
      }
    }
  }
}

const packages = join(import.meta.dirname, '../..')
const document: Document = JSON.parse(readFileSync(join(packages, 'server/openapi.json'), 'utf8'))
const protocol = readFileSync(join(packages, 'protocol/PROTOCOL.md'), 'utf8')

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema(document, 'openapi')

/** `GET /realtime/presence 200` → what the file says of it. */
const described = new Map<string, Described>(
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.entries(responses).map(([status, response]) => {
        const name = '$ref' in response ? (response.$ref.split('/').at(-1) ?? '') : undefined
        const told: Described =
          name === undefined ? (response as Described) : (document.components.responses[name] ?? {})
        return [`${method.toUpperCase()} ${path} ${status}`, told] as const
      }),
    ),
  ),
)

/** References of a schema inside the file are meant from the file's root. */
const rooted = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"openapi#/'))

const SEE_ALL = { rooms: { '*': ['see', 'enter'] }, follow: ['*'] } as const
/** The token is a name, and decides what happens. */
const options: PresenceServerOptions = {
  authenticate: (token) => {
    if (token === 'old') throw new PresenceError('token_expired', 'unable to authenticate; the token has ended')
    if (token === 'unlucky') throw new Error('the database is away')
    return { id: token, info: { name: token }, rights: token === 'narrow' ? {} : SEE_ALL }
  },
}

async function serve(more: PresenceServerOptions = {}) {
  const server = createPresenceServer({ ...options, ...more })
  const { url } = await server.listen({ port: 0, host: '127.0.0.1' })
  return { server, url }
}

let url: string
let stop: () => Promise<void>
beforeAll(async () => {
  const started = await serve()
  url = started.url
  stop = () => started.server.close({ drain: 0 })
  started.server.enterAs({ id: 'ada', info: { name: 'Ada' } }, 'room', { x: 1 })
})
afterAll(() => stop())

const as =
  (token: string, init: RequestInit = {}, at = url) =>
  (path: string): Promise<Response> =>
    fetch(at + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
const post = (token: string, body: unknown, { type = 'application/json', at = url } = {}) =>
  as(
    token,
    { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': type } },
    at,
  )
const withOrigin = (init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { origin: 'https://evil.example', ...init.headers },
})

/** Calls until the allowance of this user is used up. */
async function tooMany(path: string, call: (path: string) => Promise<Response>): Promise<Response> {
  const answers = await Promise.all(Array.from({ length: 250 }, () => call(path)))
  return answers.find(({ status }) => status === 429) ?? Response.error()
}

/** A server whose store fails when asked. */
async function broken(): Promise<string> {
  const { server, url: at } = await serve({
    backplane: {
      ...memory(),
      recall: () => {
        throw new Error('redis://secret is away')
      },
    },
  })
  onTestFinished(() => server.close({ drain: 0 }))
  return at
}

async function draining(): Promise<Response> {
  const { server, url: at } = await serve()
  onTestFinished(() => server.close())
  const client = await connect(at, { token: 'ada' })
  // Somebody who does not go keeps it draining.
  client.socket.pause()
  void server.close({ drain: 500 })
  return fetch(`${at}/readyz`)
}

const ROOM = '/realtime/channels/room/presence'
const PEOPLE = '/realtime/presence?users=ada,bob'
const UPDATE = '/realtime/presence/update'
const BYE = '/realtime/bye'
const [room, people, update, bye] = [
  'GET /realtime/channels/{id}/presence',
  'GET /realtime/presence',
  'POST /realtime/presence/update',
  'POST /realtime/bye',
]

const SCENES: Readonly<Record<string, () => Promise<Response>>> = {
  [`${room} 200`]: () => as('ada')(ROOM),
  [`${room} 400`]: () => as('ada')('/realtime/channels/%C3%A4/presence'),
  [`${room} 401`]: () => as('old')(ROOM),
  [`${room} 403`]: () => as('narrow')(ROOM),
  [`${room} 429`]: () => tooMany(ROOM, as('hasty')),
  [`${room} 503`]: () => as('unlucky')(ROOM),
  [`${people} 200`]: () => as('ada')(PEOPLE),
  [`${people} 400`]: () => as('ada')(`/realtime/presence?users=${'x'.repeat(129)}`),
  [`${people} 401`]: () => fetch(url + PEOPLE),
  [`${people} 403`]: () => as('narrow')(PEOPLE),
  [`${people} 422`]: () =>
    as('ada')(`/realtime/presence?users=${Array.from({ length: 201 }, (_, i) => `u${i}`).join(',')}`),
  [`${people} 429`]: () => tooMany(PEOPLE, as('hurried')),
  [`${people} 500`]: async () => as('ada', {}, await broken())(PEOPLE),
  [`${people} 503`]: () => as('unlucky')(PEOPLE),
  [`${update} 200`]: () =>
    post('bot', { room: 'room', presence: { task: 1 }, activity: 'Building', ttl: 1_000 })(UPDATE),
  [`${update} 400`]: () => post('bot', { ttl: -1 })(UPDATE),
  [`${update} 401`]: () => post('old', {})(UPDATE),
  [`${update} 403`]: () => post('narrow', { room: 'room' })(UPDATE),
  [`${update} 413`]: () => post('bot', { room: 'room', presence: { x: 'x'.repeat(5_000) } })(UPDATE),
  [`${update} 415`]: () => post('bot', '{}', { type: 'text/plain' })(UPDATE),
  [`${update} 429`]: () => tooMany(UPDATE, post('pushy', {})),
  [`${update} 500`]: async () => post('bot', {}, { at: await broken() })(UPDATE),
  [`${update} 503`]: () => post('unlucky', {})(UPDATE),
  [`${bye} 204`]: () => post('', '{"resume":"unknown"}', { type: 'text/plain' })(BYE),
  [`${bye} 400`]: () => post('', '{}', { type: 'text/plain' })(BYE),
  [`${bye} 403`]: () => fetch(url + BYE, withOrigin({ method: 'POST', body: '{"resume":"x"}' })),
  [`${bye} 413`]: () => post('', 'x'.repeat(20_000), { type: 'text/plain' })(BYE),
  [`${bye} 415`]: () => post('', '{"resume":"x"}', { type: 'text/html' })(BYE),
  'GET /healthz 200': () => fetch(`${url}/healthz`),
  'GET /readyz 200': () => fetch(`${url}/readyz`),
  'GET /readyz 503': draining,
  'GET /metrics 200': () => fetch(`${url}/metrics`),
  'GET /metrics 403': () => as('ada', { headers: { 'x-forwarded-for': '203.0.113.7' } })('/metrics'),
}

/** What is wrong with an answer, by the file. */
async function faults(response: Response, told: Described): Promise<readonly unknown[]> {
  const missing = Object.entries(told.headers ?? {}).filter(([name]) => response.headers.get(name) === null)
  const type = response.headers.get('content-type')?.split(';', 1)[0] ?? 'none'
  const text = await response.text()
  if (told.content === undefined) return text === '' ? missing : [...missing, 'a body where none is said']
  const content = told.content[type]
  if (content === undefined) return [...missing, `the content type ${type}`]
  ajv.validate(rooted(content.schema), type === 'application/json' ? JSON.parse(text) : text)
  return [...missing, ...(ajv.errors ?? [])]
}

describe('packages/server/openapi.json', () => {
  it('is OpenAPI 3.1, and names the routes of PROTOCOL.md, chapter 7, and no other', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    const chapter = protocol.split(/^## /m).find((text) => text.startsWith('7.')) ?? ''
    const routes = [...chapter.matchAll(/`(GET|POST) (\/[^`?]+)/g)].map(
      ([, method, path]) => `${method} ${path?.replace(':id', '{id}')}`,
    )
    const named = new Set([...described.keys()].map((key) => key.replace(/ \d+$/, '')))
    expect([...named].toSorted()).toEqual(routes.toSorted())
  })

  it('has a scene for each status of each route, and no other', () => {
    expect(Object.keys(SCENES).toSorted()).toEqual([...described.keys()].toSorted())
  })

  it.each([...described])('%s is what the server answers', async (key, told) => {
    const response = await SCENES[key]?.()
    expect(response?.status).toBe(Number(key.split(' ').at(-1)))
    expect(await faults(response ?? Response.error(), told)).toEqual([])
  })

  it.each([
    ['the numbers of a room', `${room} 200`, () => as('ada')(`${ROOM}?count=1`)],
    ['nobody asked for', `${people} 200`, () => as('ada')('/realtime/presence')],
    ['presence that ended', `${update} 200`, () => post('bot', { status: 'offline' })(UPDATE)],
    ['another origin', `${people} 403`, () => as('ada', withOrigin())(PEOPLE)],
    [
      'a body that is no UTF-8',
      `${update} 400`,
      () =>
        as('bot', {
          method: 'POST',
          body: new Uint8Array([0xc3, 0x28]),
          headers: { 'content-type': 'application/json' },
        })(UPDATE),
    ],
    ['a body over 16 KiB', `${update} 413`, () => post('bot', { x: 'x'.repeat(20_000) })(UPDATE)],
  ])('%s fits too', async (_, key, call) => {
    const response = await call()
    expect(response.status).toBe(Number(key.split(' ').at(-1)))
    expect(await faults(response, described.get(key) ?? {})).toEqual([])
  })

  it('notices an answer that does not fit', async () => {
    const wrong = Response.json({ room: 'room', ts: 1, members: [], secret: 1 })
    expect(await faults(wrong, described.get(`${room} 200`) ?? {})).not.toEqual([])
  })

  it('names the codes that HTTP can answer with, each of the catalogue', () => {
    const { enum: codes } = document.components.schemas.Error.properties.error.properties.code
    const catalogue = new Map(Object.entries(ERROR_CATALOGUE))
    expect(codes.filter((code) => catalogue.get(code)?.http === undefined)).toEqual([])
  })
})
