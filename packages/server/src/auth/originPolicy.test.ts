import { describe, expect, it } from 'vitest'
import { createOriginPolicy } from './originPolicy.ts'

const host = 'presence.example.com'

describe('createOriginPolicy (T2)', () => {
  it('accepts a request without an origin: it is no browser, and its token decides', () => {
    expect(createOriginPolicy({ allowedOrigins: [] })({ host })).toBe(true)
  })

  it('without a list, accepts the host that the request is for, with or without TLS in front', () => {
    const allows = createOriginPolicy()
    expect(allows({ host, origin: 'https://presence.example.com' })).toBe(true)
    expect(allows({ host: 'Presence.Example.com', origin: 'HTTPS://presence.example.com' })).toBe(true)
    expect(allows({ host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' })).toBe(true)
    expect(allows({ host, origin: 'https://presence.example.com:8443' })).toBe(false)
    expect(allows({ host, origin: 'https://app.example.com' })).toBe(false)
    expect(allows({ origin: 'https://app.example.com' })).toBe(false)
  })

  it('with a list, accepts exactly what is on it', () => {
    const allows = createOriginPolicy({ allowedOrigins: ['https://App.example.com:443', 'http://localhost:5173/'] })
    expect(allows({ host, origin: 'https://app.example.com' })).toBe(true)
    expect(allows({ host, origin: 'http://localhost:5173' })).toBe(true)
    expect(allows({ host, origin: 'https://presence.example.com' })).toBe(false)
  })

  it.each([
    'null',
    '',
    'https://app.example.com.evil.com',
    'https://evilapp.example.com',
    'https://app.example.com@evil.com',
    'http://app.example.com',
    'https://app.example.com:8443',
    'file://',
    'https://app.example.com/',
  ])('refuses the look-alike %j', (origin) => {
    const listed = createOriginPolicy({ allowedOrigins: ['https://app.example.com'] })
    expect(listed({ host: 'app.example.com', origin })).toBe(false)
    expect(createOriginPolicy({ loopback: 'allowed' })({ host: 'app.example.com', origin })).toBe(false)
  })

  it('in development, adds the pages of this machine, on every port', () => {
    const allows = createOriginPolicy({ loopback: 'allowed' })
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1', 'http://[::1]:8080', 'https://localhost'])
      expect(allows({ host: 'localhost:9', origin })).toBe(true)
    expect(allows({ host: 'localhost:9', origin: 'http://localhost.evil.com' })).toBe(false)
  })

  it('in development, does not believe a host name, which may be pointed at this machine from outside', () => {
    const allows = createOriginPolicy({ loopback: 'allowed' })
    expect(allows({ host: 'evil.com:5173', origin: 'http://evil.com:5173' })).toBe(false)
    expect(allows({ host: '192.168.1.5:5173', origin: 'http://192.168.1.5:5173' })).toBe(true)
  })

  it.each(['*', 'https://*.example.com', 'example.com', 'https://example.com/app', 'null', 'ws://example.com'])(
    'does not start with %s on the list',
    (origin) => {
      expect(() => createOriginPolicy({ allowedOrigins: [origin] })).toThrow(
        expect.objectContaining({ code: 'unsupported' }),
      )
    },
  )
})
