/** The rules, over a tree of files handed in; reads no disk, so that a test can hand in a bad one. */
import { basename, posix } from 'node:path'
import {
  allowedNames,
  forbiddenNames,
  forbiddenWords,
  maxSourceLines,
  maxTestLines,
  packageFences,
  type PackageFence,
  type Room,
} from './fenceTable.ts'
import { buildImportGraph, findCircles, findWayOut, type ImportGraph } from './importGraph.ts'

export interface Violation {
  readonly path: string
  readonly problem: string
}

const testFile = /(\.(test|browser\.test|property\.test|test-d|contract|stories|spec)\.tsx?|\/testSetup\.ts)$/
const packageRoot = /^((?:packages|apps)\/[^/]+)\/(?:src|e2e)\//
const isTest = (path: string): boolean => testFile.test(path)
const needsNode = (name: string): boolean => name.startsWith('node:') || name === 'ws' || name.startsWith('ws/')

/** All that is wrong with the tree, in the order of its paths. `files` maps path to text. */
export function checkFences(files: ReadonlyMap<string, string>): readonly Violation[] {
  const graph = buildImportGraph(files)
  const violations = [
    ...findCircles(graph).map(([path = '', ...rest]) => ({ path, problem: `circle: ${[path, ...rest].join(' → ')}` })),
    ...[...files].flatMap(([path, text]) => [...checkName(path), ...checkLength(path, text)]),
    ...[...graph.keys()].flatMap((path) => [...checkBorders(graph, path), ...checkRooms(graph, path)]),
  ]
  return violations.sort((a, b) => a.path.localeCompare(b.path))
}

function checkName(path: string): readonly Violation[] {
  return path.split('/').flatMap((part) => {
    const name = part.replace(/\..*$/, '')
    if (allowedNames.includes(name)) return []
    const words = name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase())
    const bad = forbiddenNames.find((whole) => whole === name) ?? words.find((word) => forbiddenWords.includes(word))
    return bad === undefined ? [] : [{ path, problem: `"${bad}" says nothing; name it after what it holds` }]
  })
}

function checkLength(path: string, text: string): readonly Violation[] {
  const lines = text.replace(/\n$/, '').split('\n').length
  const limit = isTest(path) ? maxTestLines : maxSourceLines
  return lines > limit ? [{ path, problem: `${lines} lines, ${limit} at most; split it` }] : []
}

/** No relative import leaves its package, and nothing that ships imports a test. */
function checkBorders(graph: ImportGraph, path: string): readonly Violation[] {
  const root = packageRoot.exec(path)?.[1]
  const { inside = [], unresolved = [] } = graph.get(path) ?? {}
  const leaving = [...inside, ...unresolved].filter((target) => root !== undefined && !target.startsWith(`${root}/`))
  const tests = isTest(path) ? [] : inside.filter(isTest)
  return [
    ...leaving.map((target) => ({ path, problem: `relative import leaves the package: ${target}` })),
    ...tests.map((target) => ({ path, problem: `imports a test file: ${target}` })),
  ]
}

function checkRooms(graph: ImportGraph, path: string): readonly Violation[] {
  const fence = packageFences.find(({ folder }) => path.startsWith(folder))
  // Tests and stories may look at everything public; the compiler and `exports` hold them to that.
  if (fence === undefined || isTest(path)) return []
  const room = findRoom(fence, path)
  if (room === undefined) return [{ path, problem: 'stands in no room; see docs/architecture.md' }]
  const { inside = [], outside = [] } = graph.get(path) ?? {}

  const wrongRooms = inside
    .filter((target) => target.startsWith(fence.folder) && !isTest(target))
    .filter((target) => !mayEnter(room, findRoom(fence, target)))
    .map((target) => ({ path, problem: `${room.name} must not import ${findRoom(fence, target)?.name}: ${target}` }))
  const wrongModules = outside
    .filter((name) => !room.outside.some((allowed) => matches(allowed, name)))
    .map((name) => ({ path, problem: `${room.name} must not import ${name}` }))
  return [...wrongRooms, ...wrongModules, ...checkRunsInPages(graph, path, room)]
}

function checkRunsInPages(graph: ImportGraph, path: string, room: Room): readonly Violation[] {
  const way = room.runsInPages ? findWayOut(graph, path, needsNode) : undefined
  return way === undefined ? [] : [{ path, problem: `${room.name} has to run in a page: ${way.join(' → ')}` }]
}

function findRoom(fence: PackageFence, path: string): Room | undefined {
  const local = posix.relative(fence.folder, path)
  return fence.rooms.find(({ holds }) => holds.test(local))
}

function mayEnter(from: Room, to: Room | undefined): boolean {
  return to !== undefined && (to.name === from.name || from.mayImport.includes(to.name))
}

function matches(allowed: string, name: string): boolean {
  return allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed
}

/** True for what the fences look at: TypeScript that people write. */
export function isFenced(path: string): boolean {
  return /\.tsx?$/.test(basename(path)) && !path.endsWith('.d.ts')
}
