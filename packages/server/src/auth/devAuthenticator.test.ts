import { describe, expect, it } from 'vitest'
import { createDevAuthenticator } from './devAuthenticator.ts'

const viewer = { userId: 'bob', info: {} }
const tokens = { authenticate: () => viewer }

describe('createDevAuthenticator', () => {
  it('believes the user named in hello; without a name the id is shown', () => {
    const dev = createDevAuthenticator()
    expect(dev.authenticate({ user: { id: 'ada', name: 'Ada' } })).toEqual({ userId: 'ada', info: { name: 'Ada' } })
    expect(dev.authenticate({ user: { id: 'ada' } })).toEqual({ userId: 'ada', info: { name: 'ada' } })
  })

  it('believes the token dev:<id>', () => {
    expect(createDevAuthenticator(tokens).authenticate({ token: 'dev:ada' })).toMatchObject({ userId: 'ada' })
  })

  it('hands other tokens on where there is somebody who reads them', () => {
    expect(createDevAuthenticator(tokens).authenticate({ token: 'eyJ' })).toBe(viewer)
  })

  it.each([{}, { token: 'eyJ' }, { token: 'dev:' }, { user: { id: 'a\nb' } }])('refuses %j', (credentials) => {
    expect(() => createDevAuthenticator().authenticate(credentials)).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    )
  })
})
