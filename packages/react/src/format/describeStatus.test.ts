import { defineStatuses } from '@rollcall/core'
import { expect, test } from 'vitest'
import { en } from '../strings/en.ts'
import { describeStatus, doNotDisturb } from './describeStatus.ts'

const german = { ...en, statuses: { ...en.statuses, online: 'Verfügbar', dnd: 'Bitte nicht stören' } }

test('a built-in status has its shape, and its label in the language of the reader', () => {
  expect(describeStatus('online', { strings: german })).toEqual({ shape: 'disc', tone: 'positive', label: 'Verfügbar' })
})

test('no status, and one that nobody defined, is unknown and not offline', () => {
  const unknown = { shape: 'broken-ring', tone: 'neutral', label: 'Unknown' }
  expect(describeStatus(undefined, { strings: en })).toEqual(unknown)
  expect(describeStatus('constructor', { strings: en })).toEqual(unknown)
})

test('an app’s own label wins over the catalogue', () => {
  const statuses = defineStatuses({ online: { label: 'Around' }, focusing: { label: 'Focusing' } })
  expect(describeStatus('online', { statuses, strings: german }).label).toBe('Around')
  expect(describeStatus('focusing', { statuses, strings: german })).toEqual({
    shape: 'diamond',
    tone: 'accent',
    label: 'Focusing',
  })
})

test('do not disturb comes ready to define, and translated', () => {
  const statuses = defineStatuses({ dnd: doNotDisturb })
  expect(describeStatus('dnd', { statuses, strings: german })).toEqual({
    shape: 'barred-disc',
    tone: 'negative',
    label: 'Bitte nicht stören',
  })
})
