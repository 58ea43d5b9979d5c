import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import type { HttpDoor } from './httpDoor.ts'

type Listen = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Puts the door before whatever answers on `server` already, and hands on what is not ours; where nobody
 * else answers, the door answers 404. Gives back what takes it off again.
 */
export function attachDoor(server: Server | SecureServer, door: HttpDoor): () => void {
  // `listeners` of an HTTP server's "request" have this shape; EventEmitter does not know it.
  const others = server.listeners('request') as Listen[]
  const serve: Listen = (request, response) => {
    if (others.length === 0 || door.owns(request)) void door.serve(request, response)
    else for (const other of others) other.call(server, request, response)
  }
  // Two listeners would both answer: the others are called by ours alone.
  server.removeAllListeners('request')
  server.on('request', serve)
  return () => {
    server.off('request', serve)
    for (const other of others) server.on('request', other)
  }
}
