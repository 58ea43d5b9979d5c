import { SignJWT, exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, type JWTPayload } from 'jose'
import { createServer, type RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { jwt, type JwtOptions } from './tokenAuthenticator.ts'

const SECRET = 'a secret that is long enough: 32+'
const NOW_SECONDS = 1_800_000_000
const currentDate = () => new Date(NOW_SECONDS * 1_000)

const claims: JWTPayload = { sub: 'ada', name: 'Ada', exp: NOW_SECONDS + 60 }

type SigningKey = Parameters<SignJWT['sign']>[0]
const sign = (payload: JWTPayload, key: SigningKey, header: JWTHeaderParameters) =>
  new SignJWT(payload).setProtectedHeader(header).sign(key)
const signWithSecret = (payload: JWTPayload, alg = 'HS256', secret = SECRET) =>
  sign(payload, new TextEncoder().encode(secret), { alg })

const authenticator = (options: Partial<JwtOptions> = {}) =>
  jwt({ secret: SECRET, currentDate, ...options } as JwtOptions)
const authenticate = async (token: string, options?: Partial<JwtOptions>) =>
  authenticator(options).authenticate({ token })

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/jwks.json` : ''
}

async function keyPair(alg: string, kid?: string) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const jwk: JWK = { ...(await exportJWK(publicKey)), alg, ...(kid === undefined ? {} : { kid }) }
  return { privateKey, jwk }
}

describe('jwt: who somebody is', () => {
  it('takes the user from sub, the info from name and avatar or picture, and the end from exp', async () => {
    await expect(authenticate(await signWithSecret(claims))).resolves.toEqual({
      userId: 'ada',
      info: { name: 'Ada' },
      expiresAt: (NOW_SECONDS + 60) * 1_000,
    })
    const withPicture = { ...claims, picture: 'https://example.com/ada.png' }
    await expect(authenticate(await signWithSecret(withPicture))).resolves.toMatchObject({
      info: { name: 'Ada', avatar: 'https://example.com/ada.png' },
    })
  })

  it('prefers the claim info, and takes rights as they are', async () => {
    const rights = { rooms: { 'doc:*': ['see', 'enter'] }, follow: ['*'] }
    const token = await signWithSecret({ ...claims, info: { name: 'Countess', team: 7 }, rights })
    await expect(authenticate(token)).resolves.toMatchObject({ info: { name: 'Countess', team: 7 }, rights })
  })

  it.each([
    { rights: 'all' },
    { rights: { rooms: [] } },
    { rights: { rooms: { a: ['own'] } } },
    { rights: { follow: '*' } },
    { rights: { follow: [1] } },
    { sub: '' },
    { sub: 'a\nb' },
    { sub: 'x'.repeat(129) },
  ])('refuses a token with %j', async (wrong) => {
    await expect(authenticate(await signWithSecret({ ...claims, ...wrong }))).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })
})

describe('jwt: what it refuses (T4)', () => {
  const refused: [string, () => Promise<string>, Partial<JwtOptions>?][] = [
    ['no token', async () => ''],
    ['something that is no token', async () => 'not.a.token'],
    ['a token without exp', () => signWithSecret({ sub: 'ada' })],
    ['a token without sub', () => signWithSecret({ exp: NOW_SECONDS + 60 })],
    ['a token that is not valid yet', () => signWithSecret({ ...claims, nbf: NOW_SECONDS + 60 })],
    ['another issuer', () => signWithSecret({ ...claims, iss: 'eve' }), { issuer: 'me' }],
    ['a missing audience', () => signWithSecret(claims), { audience: 'me' }],
    ['another secret', () => signWithSecret(claims, 'HS256', 'another secret that is long enough')],
    ['an algorithm outside the list', () => signWithSecret(claims, 'HS512')],
    ['a token over 8 KiB', () => signWithSecret({ ...claims, filler: 'x'.repeat(8_192) })],
    [
      'the algorithm none',
      async () => {
        const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
        return `${part({ alg: 'none' })}.${part(claims)}.`
      },
    ],
    [
      'an unknown crit',
      async () => {
        const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
        return `${part({ alg: 'HS256', crit: ['x'], x: 1 })}.${part(claims)}.${part('signature')}`
      },
    ],
  ]
  it.each(refused)('%s', async (_, make, options) => {
    await expect(authenticate(await make(), options)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('says token_expired after exp, with a leeway of at most 30 s whatever was asked for', async () => {
    const lateBy = (seconds: number) => signWithSecret({ ...claims, exp: NOW_SECONDS - seconds })
    await expect(authenticate(await lateBy(6))).rejects.toMatchObject({ code: 'token_expired', retryable: true })
    await expect(authenticate(await lateBy(4))).resolves.toMatchObject({ userId: 'ada' })
    await expect(authenticate(await lateBy(29), { leewaySeconds: 3_600 })).resolves.toMatchObject({ userId: 'ada' })
    await expect(authenticate(await lateBy(31), { leewaySeconds: 3_600 })).rejects.toMatchObject({
      code: 'token_expired',
    })
  })

  it('a key set read as a secret: an HS256 token signed with the public key', async () => {
    const { jwk } = await keyPair('RS256', 'one')
    const forged = await sign(claims, new TextEncoder().encode(JSON.stringify(jwk).padEnd(32)), {
      alg: 'HS256',
      kid: 'one',
    })
    await expect(jwt({ jwks: { keys: [jwk] }, currentDate }).authenticate({ token: forged })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('a key that the token brings along', async () => {
    const { jwk } = await keyPair('ES256')
    const eve = await keyPair('ES256')
    const forged = await sign(claims, eve.privateKey, { alg: 'ES256', jwk: eve.jwk })
    await expect(jwt({ jwks: { keys: [jwk] }, currentDate }).authenticate({ token: forged })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })
})

describe('jwt: keys', () => {
  it.each(['RS256', 'ES256', 'EdDSA'])('believes %s from a key set', async (alg) => {
    const { privateKey, jwk } = await keyPair(alg, 'one')
    const token = await sign(claims, privateKey, { alg, kid: 'one' })
    await expect(jwt({ jwks: { keys: [jwk] }, currentDate }).authenticate({ token })).resolves.toMatchObject({
      userId: 'ada',
    })
  })

  it('tries each key where the token names none', async () => {
    const [first, second, other] = [await keyPair('ES256', 'a'), await keyPair('ES256', 'b'), await keyPair('ES256')]
    const checks = jwt({ jwks: { keys: [first.jwk, second.jwk] }, currentDate })
    const token = await sign(claims, second.privateKey, { alg: 'ES256' })
    await expect(checks.authenticate({ token })).resolves.toMatchObject({ userId: 'ada' })
    const forged = await sign(claims, other.privateKey, { alg: 'ES256' })
    await expect(checks.authenticate({ token: forged })).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('reads a key set from its address, once for many tokens', async () => {
    const { privateKey, jwk } = await keyPair('ES256', 'one')
    let asked = 0
    const jwks = await listen((_, response) => {
      asked += 1
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }))
    })
    const checks = jwt({ jwks, currentDate })
    const token = await sign(claims, privateKey, { alg: 'ES256', kid: 'one' })
    await expect(checks.authenticate({ token })).resolves.toMatchObject({ userId: 'ada' })
    await expect(checks.authenticate({ token })).resolves.toMatchObject({ userId: 'ada' })
    expect(asked).toBe(1)
  })

  it('reads the set again when a token names a new key, at most every 30 s, and turns nobody away for good meanwhile', async () => {
    // The key set's age is measured inside jose, by the global date.
    vi.useFakeTimers({ toFake: ['Date'], now: NOW_SECONDS * 1_000 })
    onTestFinished(() => void vi.useRealTimers())
    const [old, fresh] = [await keyPair('ES256', 'old'), await keyPair('ES256', 'fresh')]
    let keys = [old.jwk]
    const checks = jwt({ jwks: await listen((_, response) => response.end(JSON.stringify({ keys }))) })
    const before = await sign(claims, old.privateKey, { alg: 'ES256', kid: 'old' })
    const after = await sign(claims, fresh.privateKey, { alg: 'ES256', kid: 'fresh' })
    await expect(checks.authenticate({ token: before })).resolves.toMatchObject({ userId: 'ada' })
    keys = [fresh.jwk]
    await expect(checks.authenticate({ token: after })).rejects.toMatchObject({
      code: 'auth_unavailable',
      retryable: true,
    })
    vi.setSystemTime((NOW_SECONDS + 31) * 1_000)
    await expect(checks.authenticate({ token: after })).resolves.toMatchObject({ userId: 'ada' })
    await expect(checks.authenticate({ token: before })).rejects.toMatchObject({ code: 'auth_unavailable' })
    vi.setSystemTime((NOW_SECONDS + 62) * 1_000)
    await expect(checks.authenticate({ token: before })).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it.each([
    ['refuses', (_, response) => response.writeHead(500).end()],
    ['answers nonsense', (_, response) => response.end('nonsense')],
  ] satisfies [string, RequestListener][])(
    'says auth_unavailable, which is worth another try, where the key server %s',
    async (_, answer) => {
      const { privateKey } = await keyPair('ES256', 'one')
      const token = await sign(claims, privateKey, { alg: 'ES256', kid: 'one' })
      const checks = jwt({ jwks: await listen(answer), currentDate })
      await expect(checks.authenticate({ token })).rejects.toMatchObject({ code: 'auth_unavailable', retryable: true })
    },
  )

  it.each([
    ['a secret under 32 bytes', { secret: 'x'.repeat(31) }],
    ['an empty list of algorithms', { secret: SECRET, algorithms: [] }],
    ['RS256 with a secret', { secret: SECRET, algorithms: ['RS256'] }],
    ['HS256 with a key set', { jwks: { keys: [] }, algorithms: ['HS256'] }],
    ['a key set over plain http', { jwks: 'http://example.com/jwks.json' }],
    ['a key set at no address', { jwks: 'jwks.json' }],
  ] satisfies [string, JwtOptions][])('refuses to start with %s', (_, options) => {
    expect(() => jwt(options)).toThrow(expect.objectContaining({ code: 'unsupported' }))
  })
})
