// The face of @rollcall/core/testing.

export { createTestClock } from './testClock.ts'
export type { TestClock, TestClockOptions } from './testClock.ts'
export { createTestRandom } from './testRandom.ts'
