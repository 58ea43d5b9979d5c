import { createTestClock } from '@rollcall/core/testing'
import { describe, expect, it } from 'vitest'
import { startHeartbeat } from './heartbeat.ts'

function beating() {
  const clock = createTestClock()
  const log: string[] = []
  const heartbeat = startHeartbeat({
    clock,
    heartbeatMs: 15_000,
    timeoutMs: 10_000,
    ping: () => log.push(`ping ${clock.now()}`),
    expire: () => log.push(`expire ${clock.now()}`),
  })
  return { clock, log, heartbeat }
}

describe('the heartbeat (T16)', () => {
  it('asks after 15 s of silence and gives up 10 s later', () => {
    const { clock, log } = beating()
    clock.advance(60_000)
    expect(log).toEqual(['ping 15000', 'expire 25000'])
    expect(clock.pending()).toBe(0)
  })

  it('takes anything that is heard for an answer', () => {
    const { clock, log, heartbeat } = beating()
    clock.advance(24_999)
    heartbeat.heard()
    clock.advance(14_999)
    expect(log).toEqual(['ping 15000', 'ping 30000'])
    heartbeat.heard()
    clock.advance(10_000)
    expect(log.at(-1)).not.toMatch(/expire/)
  })

  it('asks a talking client too when it hears nothing from us', () => {
    const { clock, log, heartbeat } = beating()
    for (let second = 0; second < 16; second += 1) {
      clock.advance(1_000)
      heartbeat.heard()
    }
    expect(log).toEqual(['ping 15000'])
  })

  it('asks a busy conversation once a minute, for a proof that what was sent has arrived', () => {
    const { clock, log, heartbeat } = beating()
    for (let second = 0; second < 130; second += 1) {
      clock.advance(1_000)
      heartbeat.heard()
      heartbeat.said()
      if (second === 60) heartbeat.proved()
    }
    expect(log).toEqual(['ping 60000', 'ping 121000'])
  })

  it('has no timer after stop', () => {
    const { clock, log, heartbeat } = beating()
    heartbeat.stop()
    clock.advance(60_000)
    expect(log).toEqual([])
    expect(clock.pending()).toBe(0)
  })
})
