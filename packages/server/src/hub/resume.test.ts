import { describe, expect, it } from 'vitest'
import { createResumeTokens } from './resume.ts'

describe('resume tokens', () => {
  it('lead to their session, the newest marked as such', () => {
    const tokens = createResumeTokens()
    tokens.issue('s', 'one')
    expect(tokens.find('one')).toEqual({ sessionId: 's', isNewest: true })
    expect(tokens.find('other')).toBeUndefined()
  })

  it('keep the used one beside the newest until the welcome is known to have arrived', () => {
    const tokens = createResumeTokens()
    tokens.issue('s', 'one')
    tokens.issue('s', 'two', 'one')
    expect(tokens.find('one')).toEqual({ sessionId: 's', isNewest: false })
    expect(tokens.find('two')).toEqual({ sessionId: 's', isNewest: true })
    tokens.confirm('s')
    expect(tokens.find('one')).toBeUndefined()
    expect(tokens.find('two')).toEqual({ sessionId: 's', isNewest: true })
  })

  it('drop a welcome’s token that never arrived, when the used one is used again', () => {
    const tokens = createResumeTokens()
    tokens.issue('s', 'one')
    tokens.issue('s', 'lost', 'one')
    tokens.issue('s', 'three', 'one')
    expect(tokens.find('lost')).toBeUndefined()
    expect(tokens.size()).toBe(2)
  })

  it('are all forgotten with their session, and no other’s', () => {
    const tokens = createResumeTokens()
    tokens.issue('s', 'one')
    tokens.issue('s', 'two', 'one')
    tokens.issue('t', 'three')
    tokens.forget('s')
    expect(tokens.size()).toBe(1)
    expect(tokens.find('three')).toBeDefined()
    tokens.confirm('unknown')
    expect(tokens.size()).toBe(1)
  })
})
