/** A Vite plugin: the presence server on Vite's own port, in development mode. */
import type { Http2SecureServer } from 'node:http2'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { createPresenceServer } from '../createPresenceServer.ts'
import { createConsoleLogger } from '../log/consoleLogger.ts'
import type { LogLevel } from '../log/logger.ts'
import type { PresenceServerOptions } from '../presenceServer.ts'

export interface RollcallPluginOptions extends Omit<PresenceServerOptions, 'mode' | 'logger'> {
  /** Default `warn`. */
  readonly logLevel?: LogLevel
}

type HttpServer = NonNullable<ViteDevServer['httpServer']>

/** Vite speaks HTTP/2 only with TLS and without a proxy; there a WebSocket has no upgrade that could be heard. */
const isHttp1 = (server: HttpServer): server is Exclude<HttpServer, Http2SecureServer> => !('updateSettings' in server)

function serveOn(
  { httpServer, middlewares, config }: ViteDevServer | PreviewServer,
  options: RollcallPluginOptions,
): void {
  // In middleware mode there is no port of Vite's: whoever has it attaches a server of their own.
  if (httpServer === null || !isHttp1(httpServer)) return
  const { logLevel = 'warn', ...rest } = options
  const server = createPresenceServer({
    ...rest,
    mode: 'development',
    logger: createConsoleLogger({ level: logLevel, write: (line) => config.logger.info(`[rollcall] ${line}`) }),
  })
  server.attach(httpServer, { only: 'socket' })
  // While plugins are set up, this is before Vite's fallback, which answers every address with the page.
  middlewares.use(server.middleware)
  // A restart of Vite's closes this port and brings a new one; clients come back to it by themselves.
  httpServer.once('close', () => void server.close({ drain: 0 }))
}

/**
 * Serves presence on Vite's port while developing and previewing: one process, no second command. Everybody
 * is who they say they are, so it is for development alone; `vite build` is not touched.
 */
export function rollcall(options: RollcallPluginOptions = {}): Plugin {
  return {
    name: 'rollcall',
    configureServer: (vite) => serveOn(vite, options),
    configurePreviewServer: (vite) => serveOn(vite, options),
  }
}
