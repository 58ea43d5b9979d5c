import { describe, expect, it } from 'vitest'
import { bifurUrl } from './bifurUrl.ts'

describe('the address of a dataset', () => {
  it('names the version by which the server lets a token come later', () => {
    expect(bifurUrl({ projectId: 'abc123', dataset: 'production' })).toBe(
      'wss://abc123.api.sanity.io/v2022-06-30/socket/production?tag=rollcall',
    )
  })

  it('takes a tag and a host, and nothing in a name breaks out of its place', () => {
    expect(bifurUrl({ projectId: 'p', dataset: 'a/b?c', tag: 'my app&x=1', apiHost: 'api.example.org' })).toBe(
      'wss://p.api.example.org/v2022-06-30/socket/a%2Fb%3Fc?tag=my%20app%26x%3D1',
    )
  })
})
