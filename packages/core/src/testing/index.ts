// The face of @rollcall/core/testing.

// time and chance
export { createTestClock } from './testClock.ts'
export type { TestClock, TestClockOptions } from './testClock.ts'
export { createTestRandom } from './testRandom.ts'

// page and device
export { createTestEnvironment } from './testEnvironment.ts'
export type { TestEnvironment, TestEnvironmentOptions } from './testEnvironment.ts'
export { createTestLocks } from './testLocks.ts'
export type { TestLocks } from './testLocks.ts'
export { createTestTabChannels } from './testTabChannels.ts'
export type { TestTabChannels } from './testTabChannels.ts'

export { createTestTransportContext } from './testTransportContext.ts'
export type { TestTransportContext } from './testTransportContext.ts'

// network
export { createTestNetwork } from './testNetwork.ts'
export type { TestNetwork, TestNetworkOptions } from './testNetwork.ts'
export type { TestChannel } from './testChannel.ts'
export type { FrameCounts } from './frameCounts.ts'
export { createTestServer, createTestWelcome } from './testServer.ts'
export type { TestServer, TestServerEnd } from './testServer.ts'

// people
export { createTestScenario } from './testScenario.ts'
export type { TestParty, TestScenario, TestScenarioOptions } from './testScenario.ts'

// contracts
export { transportContract } from './transportContract.ts'
export type { ContractCase, TransportBench, TransportSubject } from './transportContract.ts'
