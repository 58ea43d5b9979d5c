import { assert, constantFrom, dictionary, jsonValue, option, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyKeys, applyStatus, diffKeys, diffStatus } from './delta.ts'
import { isSameValue } from './sameValue.ts'
import type { StatusFields } from './status.ts'

const text = option(constantFrom('a', 'b', 'c'), { nil: undefined })
const value = constantFrom<unknown>(1, 2, 'x', true, [1, 2], { a: 1, b: 2 }, { b: 2, a: 1 })
const metadata = option(dictionary(constantFrom('k', 'l', 'm', 'n'), value, { noNullPrototype: true }), {
  nil: undefined,
})
const status = record({
  status: constantFrom('online', 'busy'),
  statusText: text,
  activity: text,
  project: text,
  language: text,
  metadata,
}).map((fields): StatusFields => JSON.parse(JSON.stringify(fields)) as StatusFields)
const keyed = dictionary(string({ maxLength: 2 }), jsonValue({ maxDepth: 2 }), { noNullPrototype: true })
const runs = { numRuns: 3_000 }

describe('diff and apply', () => {
  it('INV-34: applying the diff of a to b onto a gives b, for what a person shows', () => {
    assert(
      property(status, status, (from, to) => {
        const diff = diffStatus(from, to)
        expect(diff === undefined ? from : applyStatus(from, diff)).toEqual(to)
      }),
      runs,
    )
  })

  it('INV-33: a diff is never empty, and there is none between equals', () => {
    assert(
      property(status, status, (from, to) => {
        const diff = diffStatus(from, to)
        if (isSameValue(from, to)) expect(diff).toBeUndefined()
        else expect(Object.keys(diff ?? {}).length).toBeGreaterThan(0)
      }),
      runs,
    )
  })

  it('applying the diff of a to b onto a gives b, for presence data with null as a value', () => {
    assert(
      property(keyed, keyed, (from, to) => {
        const diff = diffKeys(from, to)
        // -0 is 0 on the wire.
        expect(JSON.parse(JSON.stringify(diff === undefined ? from : applyKeys(from, diff)))).toEqual(
          JSON.parse(JSON.stringify(to)),
        )
      }),
      runs,
    )
  })

  it('names only the keys that differ', () => {
    expect(diffKeys({ a: 1, b: [1], c: null }, { a: 1, b: [2], d: null })).toEqual({
      set: { b: [2], d: null },
      removed: ['c'],
    })
    expect(
      diffStatus(
        { status: 'online', activity: 'x', metadata: { a: 1, b: 2 } },
        { status: 'online', metadata: { a: 1, c: 3 } },
      ),
    ).toEqual({
      activity: null,
      metadata: { c: 3, b: null },
    })
  })

  it('takes "" and null alike as unset, and a removed status as online', () => {
    expect(
      applyStatus({ status: 'busy', activity: 'x', project: 'p' }, { status: null, activity: '', project: null }),
    ).toEqual({ status: 'online' })
  })
})

describe('isSameValue', () => {
  it('agrees with equality by content, whatever the order of keys', () => {
    assert(
      property(jsonValue(), jsonValue(), (left, right) => {
        expect(isSameValue(left, JSON.parse(JSON.stringify(left)))).toBe(true)
        const sorted = (item: unknown): string =>
          JSON.stringify(item, (_key, inner: unknown) =>
            typeof inner === 'object' && inner !== null && !Array.isArray(inner)
              ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
              : inner,
          )
        expect(isSameValue(JSON.parse(JSON.stringify(left)), JSON.parse(JSON.stringify(right)))).toBe(
          sorted(left) === sorted(right),
        )
      }),
      runs,
    )
  })

  it('does not take an array for an object, nor null for one', () => {
    expect(isSameValue([], {})).toBe(false)
    expect(isSameValue(null, {})).toBe(false)
    expect(isSameValue({ a: undefined }, {})).toBe(true)
    expect(isSameValue({}, { a: undefined })).toBe(true)
    expect(isSameValue({}, { a: 1 })).toBe(false)
  })
})
