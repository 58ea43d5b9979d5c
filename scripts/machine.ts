/** What this machine can run, besides Chromium (which has a file of its own). */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Any truthy `CI`; unset, empty, `0` and `false` are not. */
export function isCi(value: string | undefined = process.env['CI']): boolean {
  return !['', '0', 'false'].includes((value ?? '').toLowerCase())
}

/** Is there a `redis-server` on the PATH? */
export function hasRedisServer(path: string | undefined = process.env['PATH']): boolean {
  return (path ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, 'redis-server')))
}
