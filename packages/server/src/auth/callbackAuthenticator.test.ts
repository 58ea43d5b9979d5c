import { PresenceError } from '@rollcall/protocol'
import { describe, expect, it } from 'vitest'
import { createCallbackAuthenticator, type Authenticate } from './callbackAuthenticator.ts'

const ask = async (identify: Authenticate, token?: string) =>
  createCallbackAuthenticator(identify).authenticate({
    ...(token === undefined ? {} : { token }),
    request: { headers: { 'user-agent': 'test' } },
  })

describe('createCallbackAuthenticator', () => {
  it('hands token and request on, and takes what comes back, made harmless', async () => {
    const identify: Authenticate = (token, request) => ({
      id: `user of ${token}`,
      info: { name: `\u202e${String(request?.headers['user-agent'])}`, avatar: 'javascript:alert(1)' },
      rights: { follow: ['*'] },
      expiresAt: 5,
    })
    await expect(ask(identify, 't')).resolves.toEqual({
      userId: 'user of t',
      info: { name: 'test' },
      rights: { follow: ['*'] },
      expiresAt: 5,
    })
  })

  it.each<[string, Authenticate, string | undefined, string]>([
    ['no token', () => ({ id: 'ada' }), undefined, 'unauthenticated'],
    ['nobody', () => null, 't', 'unauthenticated'],
    ['no user id', () => ({ id: '' }), 't', 'unauthenticated'],
    ['a revoked token', () => Promise.reject(new PresenceError('token_revoked', 'gone')), 't', 'token_revoked'],
  ])('refuses %s', async (_, identify, token, code) => {
    await expect(ask(identify, token)).rejects.toMatchObject({ code })
  })

  it('F32: says auth_unavailable, which is worth another try, where the callback fails', async () => {
    const cause = new Error('no database')
    const failing: Authenticate = () => Promise.reject(cause)
    await expect(ask(failing, 't')).rejects.toMatchObject({ code: 'auth_unavailable', retryable: true, cause })
  })
})
