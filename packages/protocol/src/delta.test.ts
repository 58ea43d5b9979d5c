import { describe, expect, test } from 'vitest'
import { applyStatus, diffKeys, diffStatus } from './delta.ts'
import { createRanking, type StatusFields } from './status.ts'

const whole: StatusFields = {
  status: 'busy',
  statusText: 'in a call',
  activity: 'Coding',
  project: 'rollcall',
  language: 'TypeScript',
  metadata: { branch: 'main', dirty: true },
}

describe('the difference of keyed data', () => {
  test('is undefined, never empty, where there is none', () => {
    expect(diffKeys({ a: { b: 1 } }, { a: { b: 1 } })).toBeUndefined()
    expect(diffKeys({}, {})).toBeUndefined()
  })

  test('has only the part that there is', () => {
    expect(diffKeys({ a: 1 }, { a: 2 })).toStrictEqual({ set: { a: 2 } })
    expect(diffKeys({ a: 1 }, {})).toStrictEqual({ removed: ['a'] })
    expect(diffKeys({ a: 1, b: 1 }, { a: 2 })).toStrictEqual({ set: { a: 2 }, removed: ['b'] })
  })

  test('takes undefined for absent on both sides, and null for a value', () => {
    expect(diffKeys({ a: 1 }, { a: undefined })).toStrictEqual({ removed: ['a'] })
    expect(diffKeys({ a: undefined }, {})).toBeUndefined()
    expect(diffKeys({}, { a: undefined })).toBeUndefined()
    expect(diffKeys({ a: undefined }, { a: null })).toStrictEqual({ set: { a: null } })
  })

  test('is not taken in by what is inherited', () => {
    expect(diffKeys({}, { toString: Object.prototype.toString })?.set).toHaveProperty('toString')
    expect(diffKeys({ toString: 1 }, {})).toStrictEqual({ removed: ['toString'] })
  })
})

describe('the difference of what a person shows', () => {
  test('is undefined, never empty, where there is none (INV-33)', () => {
    expect(diffStatus(whole, structuredClone(whole))).toBeUndefined()
    expect(diffStatus({ status: 'online' }, { status: 'online' })).toBeUndefined()
  })

  test('names the changed fields alone; null for those that are gone', () => {
    expect(diffStatus(whole, { ...whole, activity: 'Debugging' })).toStrictEqual({ activity: 'Debugging' })
    expect(diffStatus(whole, { ...whole, status: 'away' })).toStrictEqual({ status: 'away' })
    const { project: _project, ...rest } = whole
    expect(diffStatus(whole, rest)).toStrictEqual({ project: null })
  })

  test('of metadata names the changed keys alone, null for those that are gone, and null for all of it', () => {
    expect(diffStatus(whole, { ...whole, metadata: { branch: 'next', dirty: true } })).toStrictEqual({
      metadata: { branch: 'next' },
    })
    expect(diffStatus(whole, { ...whole, metadata: { branch: 'main' } })).toStrictEqual({ metadata: { dirty: null } })
    const { metadata: _metadata, ...rest } = whole
    expect(diffStatus(whole, rest)).toStrictEqual({ metadata: null })
    expect(diffStatus(rest, rest)).toBeUndefined()
    expect(diffStatus(rest, { ...rest, metadata: {} })).toStrictEqual({ metadata: {} })
    expect(diffStatus({ ...rest, metadata: {} }, { ...rest, metadata: {} })).toBeUndefined()
  })
})

describe('a change of what a person shows', () => {
  test('takes fields away by null and by an empty text, which are no fields afterwards', () => {
    const changes = { statusText: null, activity: '', project: null, language: '', metadata: null }
    expect(applyStatus(whole, changes)).toStrictEqual({ status: 'busy' })
  })

  test('without a status keeps it; with none, or an empty one, is back online', () => {
    expect(applyStatus(whole, {}).status).toBe('busy')
    expect(applyStatus(whole, { status: 'away' }).status).toBe('away')
    expect(applyStatus(whole, { status: null }).status).toBe('online')
    expect(applyStatus(whole, { status: '' }).status).toBe('online')
  })

  test('of metadata replaces the named keys and removes those that are null', () => {
    const changed = applyStatus(whole, { metadata: { branch: 'next', dirty: null, ahead: 1 } })
    expect(changed.metadata).toStrictEqual({ branch: 'next', ahead: 1 })
    expect(applyStatus({ status: 'online' }, { metadata: { a: 1, b: null } }).metadata).toStrictEqual({ a: 1 })
  })
})

describe('ranks', () => {
  test('put an empty activity with none, also where a table names the empty one', () => {
    const ranking = createRanking({}, { '': 9 })
    expect([ranking.activityRank(''), ranking.activityRank(undefined), ranking.activityRank('Idle')]).toEqual([0, 0, 0])
  })

  test('are by default busy, online and unknown, away; Debugging, Coding, unknown', () => {
    const { statusRank, activityRank } = createRanking()
    expect(['busy', 'online', 'on-a-boat', 'away', 'invisible', 'offline'].map(statusRank)).toEqual([3, 2, 2, 1, 0, 0])
    expect(['Debugging', 'Coding', 'Reading'].map(activityRank)).toEqual([3, 2, 1])
    const own = createRanking({ busy: 0, 'on-a-boat': 7 }, { Reading: 7 })
    expect(['busy', 'on-a-boat'].map(own.statusRank)).toEqual([0, 7])
    expect(own.activityRank('Reading')).toBe(7)
  })
})
