import { describe, expect, it } from 'vitest'
import { CLOSE_CODES, closeIntent, formatCloseReason, parseCloseReason } from './closeCodes.ts'
import { ERROR_CATALOGUE, isPresenceErrorCode } from './errorCatalogue.ts'
import { exceedsBytes, utf8Length } from './codec/utf8Length.ts'
import { TIMES } from './limits.ts'
import { PresenceError } from './presenceError.ts'
import { createId } from './random.ts'

describe('the times', () => {
  it('stand in the order on which the design rests', () => {
    expect(TIMES.heartbeatMs + TIMES.timeoutMs).toBeLessThan(TIMES.resumeWindowMs)
    expect(TIMES.peerHeartbeatMs * 1.1 + 60_000).toBeLessThan(TIMES.peerExpiryMs + TIMES.peerHeartbeatMs)
    expect(TIMES.typingRepeatMs).toBeLessThan(TIMES.typingIdleMs)
    expect(TIMES.typingIdleMs).toBeLessThanOrEqual(TIMES.typingExpiryMs)
    expect(TIMES.unloadGraceMs).toBeLessThan(TIMES.resumeWindowMs)
  })
})

describe('close codes', () => {
  it.each([
    ['1000, 1001 and 1006 are no goodbye', [1000, 1001, 1006, 1012], 'retry'],
    ['4000 to 4499 reconnect, known or not', [4001, 4002, 4003, 4005, 4006, 4008, 4009, 4010, 4499], 'retry'],
    ['an expired token wants a fresh one', [4004], 'authenticate'],
    ['4500 to 4999 are terminal, known or not', [4500, 4502, 4503, 4505, 4506, 4507, 4508, 4999], 'stop'],
    ['what would only be refused again is terminal', [1003, 1007, 1008, 1009], 'stop'],
  ])('%s', (_title, codes, intent) => {
    for (const code of codes) expect([code, closeIntent(code)]).toEqual([code, intent])
  })

  it('agree with the error catalogue: a code that can be retried closes with a code that retries', () => {
    const closing = Object.entries(ERROR_CATALOGUE).filter(([, entry]) => entry.close !== undefined)
    expect(closing.length).toBeGreaterThan(10)
    for (const [code, entry] of closing) {
      if (code === 'protocol_error') continue
      expect([code, closeIntent(entry.close ?? 0) !== 'stop']).toEqual([code, entry.retryable])
    }
    const named = new Set<number>(Object.values(CLOSE_CODES))
    for (const [code, entry] of closing) expect([code, named.has(entry.close ?? 0)]).toEqual([code, true])
  })

  it('carry a code and a time to wait in at most 123 bytes', () => {
    const reason = formatCloseReason('draining', 1_500.2)
    expect(reason).toBe('draining;retry=1501')
    expect(parseCloseReason(reason)).toEqual({ code: 'draining', retryAfterMs: 1_501 })
    expect(parseCloseReason(formatCloseReason('overloaded'))).toEqual({ code: 'overloaded' })
    expect(parseCloseReason('anything; else')).toEqual({ code: 'anything; else' })
    for (const code of Object.keys(ERROR_CATALOGUE))
      expect(formatCloseReason(code, 999_999_999).length).toBeLessThanOrEqual(123)
  })
})

describe('PresenceError', () => {
  it('says whether to try again, and where to read about it', () => {
    const error = new PresenceError('rate_limited', 'unable to follow; too many', {
      hint: 'wait',
      details: { limit: 5 },
      cause: 'x',
    })
    expect(error).toMatchObject({
      code: 'rate_limited',
      retryable: true,
      hint: 'wait',
      details: { limit: 5 },
      cause: 'x',
      name: 'PresenceError',
    })
    expect(error.docs.endsWith('#rate_limited')).toBe(true)
    expect(new PresenceError('forbidden', 'm')).not.toHaveProperty('hint')
  })

  it('knows its own codes and no key of a prototype', () => {
    expect(isPresenceErrorCode('forbidden')).toBe(true)
    expect(isPresenceErrorCode('constructor')).toBe(false)
  })
})

describe('ids', () => {
  it('are base64url without padding, of all the bytes', () => {
    const id = createId({ fraction: () => 0, bytes: (length) => new Uint8Array(length).fill(255) }, 16)
    expect(id).toBe('_____________________w')
  })
})

describe('bytes of text', () => {
  it.each(['', 'abc', 'ä', '€', '😀', '\ud800', 'a\udc00b', '\ud83d\ude00\ud83d'])(
    'count %j as the encoder does',
    (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
      expect(exceedsBytes(text, utf8Length(text))).toBe(false)
      expect(exceedsBytes(`${text}x`, utf8Length(text))).toBe(true)
    },
  )
})
