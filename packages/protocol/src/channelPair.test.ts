import { describe, expect, it } from 'vitest'
import { createChannelPair } from './channelPair.ts'

function createLater() {
  const queue: (() => void)[] = []
  return {
    later: (deliver: () => void) => void queue.push(deliver),
    run: () => queue.splice(0).forEach((deliver) => deliver()),
  }
}

describe('a pair of channels', () => {
  it('carries text both ways, in order, and never inside the call of send', () => {
    const { later, run } = createLater()
    const [left, right] = createChannelPair(later)
    const heard: string[] = []
    right.onText((text) => heard.push(text))
    left.send('a')
    left.send('b')
    expect(heard).toEqual([])
    run()
    expect(heard).toEqual(['a', 'b'])
    expect(left.pendingBytes()).toBe(0)
  })

  it('tells both sides of a close once, and drops what comes after', () => {
    const { later, run } = createLater()
    const [left, right] = createChannelPair(later)
    const closes: unknown[] = []
    const heard: string[] = []
    left.onClose((close) => closes.push(['left', close]))
    right.onClose((close) => closes.push(['right', close]))
    right.onText((text) => heard.push(text))
    left.send('last')
    left.close(4001, 'draining')
    left.close(1000)
    left.send('late')
    run()
    right.close(1000)
    run()
    expect(heard).toEqual(['last'])
    expect(closes).toEqual([
      ['left', { code: 4001, reason: 'draining' }],
      ['right', { code: 4001, reason: 'draining' }],
    ])
  })
})
