/** Which file imports which, and what it imports from outside. Knows nothing of rooms. */
import { posix } from 'node:path'
import { readImports } from './readImports.ts'

export interface FileImports {
  /** Paths of other files of the tree. */
  readonly inside: readonly string[]
  /** Relative names that lead to no file of the tree (a stylesheet, or a mistake the compiler reports). */
  readonly unresolved: readonly string[]
  /** Names of packages and of `node:` modules. */
  readonly outside: readonly string[]
}

export type ImportGraph = ReadonlyMap<string, FileImports>

/** `files` maps each path (relative to the root, `/` between) to its text. */
export function buildImportGraph(files: ReadonlyMap<string, string>): ImportGraph {
  const graph = new Map<string, FileImports>()
  for (const [path, text] of files) {
    const names = readImports(path, text)
    const relative = names.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(path), name))
    graph.set(path, {
      inside: relative.filter((target) => files.has(target)),
      unresolved: relative.filter((target) => !files.has(target)),
      outside: names.filter((name) => !name.startsWith('.')),
    })
  }
  return graph
}

/** Every circle is reported once, as the path that leads round it. */
export function findCircles(graph: ImportGraph): readonly (readonly string[])[] {
  const circles: string[][] = []
  const done = new Set<string>()
  const trail: string[] = []

  const visit = (path: string): void => {
    const at = trail.indexOf(path)
    if (at >= 0) {
      circles.push([...trail.slice(at), path])
      return
    }
    if (done.has(path)) return
    trail.push(path)
    for (const next of graph.get(path)?.inside ?? []) visit(next)
    trail.pop()
    done.add(path)
  }

  for (const path of graph.keys()) visit(path)
  return circles
}

/** The shortest way from `start` to a file that imports something from outside that `wanted` names. */
export function findWayOut(
  graph: ImportGraph,
  start: string,
  wanted: (name: string) => boolean,
): readonly string[] | undefined {
  const queue: string[][] = [[start]]
  const seen = new Set([start])
  for (const way of queue) {
    const here = graph.get(way.at(-1) ?? start)
    const name = here?.outside.find(wanted)
    if (name !== undefined) return [...way, name]
    for (const next of here?.inside ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      queue.push([...way, next])
    }
  }
  return undefined
}
