/** The published packages, in the order in which they stand on each other. */
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
export const packageNames: readonly string[] = ['protocol', 'core', 'react', 'server']

/** Absolute path of something in a package. */
export function inPackage(name: string, ...path: readonly string[]): string {
  return join(root, 'packages', name, ...path)
}
