// The face of @rollcall/core/bifur. Needs `@sanity/bifur-client`, an optional peer.

export { createBifurTransport, createBifurTransport as bifur } from './transport/bifur/bifurTransport.ts'
export type { BifurOptions } from './transport/bifur/bifurTransport.ts'
export { bifurUrl } from './transport/bifur/bifurUrl.ts'
export type { BifurAddress } from './transport/bifur/bifurUrl.ts'
export type { BifurToken } from './transport/bifur/tokenChanges.ts'
