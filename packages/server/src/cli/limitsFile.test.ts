import { describe, expect, it } from 'vitest'
import { readLimits } from './limitsFile.ts'

describe('readLimits', () => {
  it('takes any limit and any time, and leaves the rest alone', () => {
    expect(readLimits('{"limits":{"connectionsPerUser":5},"times":{"heartbeatMs":1000}}')).toEqual({
      limits: { connectionsPerUser: 5 },
      times: { heartbeatMs: 1_000 },
    })
    expect(readLimits('{}')).toEqual({ limits: {}, times: {} })
  })

  it.each([
    ['nonsense', /no JSON/],
    ['[]', /no object/],
    ['{"time":{}}', /"time".*limits and times/],
    ['{"limits":[]}', /"limits".*no object/],
    ['{"limits":{"conectionsPerUser":5}}', /conectionsPerUser.*unknown.*connectionsPerUser/],
    ['{"limits":{"__proto__":5}}', /__proto__.*unknown/],
    ['{"times":{"heartbeatMs":"15s"}}', /heartbeatMs.*no number/],
    ['{"times":{"heartbeatMs":-1}}', /heartbeatMs.*no number/],
  ])('refuses %s with a sentence that names the fix', (text, message) => {
    expect(() => readLimits(text)).toThrow(message)
  })
})
