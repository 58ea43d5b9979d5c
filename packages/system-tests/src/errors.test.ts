/** docs/errors.md is where `PresenceError.docs` leads: a heading for each code, and the same numbers as the catalogue. */
import {
  ERROR_CATALOGUE,
  PresenceError,
  closeIntent,
  type CloseIntent,
  type PresenceErrorCode,
} from '@rollcall/protocol'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const page = readFileSync(join(import.meta.dirname, '../../../docs/errors.md'), 'utf8')
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [heading = '', , facts = ''] = section.split('\n')
      return [heading, facts] as const
    }),
)
// `ERROR_CATALOGUE` has exactly these keys; `Object.keys` forgets it.
const codes = Object.keys(ERROR_CATALOGUE) as PresenceErrorCode[]

const THEN: Readonly<Record<CloseIntent, string>> = {
  retry: 'reconnects',
  authenticate: 'reconnects with a fresh token',
  stop: 'stops',
}

function facts(code: PresenceErrorCode): string {
  const { http, close, retryable } = ERROR_CATALOGUE[code]
  return [
    ...(http === undefined ? [] : [`HTTP ${http}`]),
    ...(close === undefined ? [] : [`close ${close}, the client ${THEN[closeIntent(close)]}`]),
    `try again: ${retryable ? 'yes' : 'no'}`,
  ].join(' · ')
}

describe('docs/errors.md', () => {
  it('has one heading per code of the catalogue, in its order, and no other', () => {
    expect([...sections.keys()]).toEqual(codes)
  })

  it.each(codes)('says of %s what the catalogue says', (code) => {
    expect(sections.get(code)).toBe(facts(code))
    expect(new PresenceError(code, 'unable to test').docs).toMatch(new RegExp(`#${code}$`))
  })
})
