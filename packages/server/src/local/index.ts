// The face of @rollcall/server/local.

export { createLocalServer } from './localServer.ts'
export type { LocalConnection, LocalServer, LocalServerOptions } from './localServer.ts'
