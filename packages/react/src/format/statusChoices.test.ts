import { defineStatuses } from '@rollcall/core'
import { expect, test } from 'vitest'
import { doNotDisturb } from './describeStatus.ts'
import { statusChoices } from './statusChoices.ts'

test('what may be chosen is built in, or defined by the app; offline is neither', () => {
  expect(statusChoices()).toEqual(['online', 'away', 'busy', 'invisible'])
  const statuses = defineStatuses({ busy: { label: 'Engaged' }, dnd: doNotDisturb, focusing: {} })
  expect(statusChoices(statuses)).toEqual(['online', 'away', 'busy', 'dnd', 'focusing', 'invisible'])
})
